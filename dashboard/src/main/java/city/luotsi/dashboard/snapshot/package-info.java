/** Opens the current publication of each city read-only, notices a newer one, hands out connections. */
@NullMarked
package city.luotsi.dashboard.snapshot;

import org.jspecify.annotations.NullMarked;
