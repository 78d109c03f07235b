package city.luotsi.dashboard.snapshot;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** How long a publication was asked, for whoever starts Java with a flight recording; costs nothing otherwise. */
@Name("city.luotsi.Asking")
@Label("Question to a publication")
@Category("Luotsi")
@StackTrace(false)
final class Asking extends Event {}
