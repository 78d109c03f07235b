/** Notes on time: what people know about a figure, a service or a signal, with the day it happened, who wrote it and when. */
@NullMarked
package city.luotsi.dashboard.notes;

import org.jspecify.annotations.NullMarked;
