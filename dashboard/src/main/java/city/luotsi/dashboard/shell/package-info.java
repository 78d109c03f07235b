/** What surrounds every screen: application, layout, languages, colour scheme, start-up. */
@NullMarked
package city.luotsi.dashboard.shell;

import org.jspecify.annotations.NullMarked;
