/** How fast the dashboard is, as it is shipped, in a real browser: {@code ./luotsi bench dashboard}. */
@NullMarked
package city.luotsi.dashboard.bench;

import org.jspecify.annotations.NullMarked;
