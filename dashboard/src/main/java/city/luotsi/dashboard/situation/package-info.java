/** The minute in the morning: what changed, how sure that is, and what needs somebody. */
@NullMarked
package city.luotsi.dashboard.situation;

import org.jspecify.annotations.NullMarked;
