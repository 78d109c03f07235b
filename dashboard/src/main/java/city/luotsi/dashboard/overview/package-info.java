/** The first screen: the situation in sentences, then a tile per headline KPI. */
@NullMarked
package city.luotsi.dashboard.overview;

import org.jspecify.annotations.NullMarked;
