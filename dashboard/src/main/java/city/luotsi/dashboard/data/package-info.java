/** The data page: whether the figures can be relied on today, and where each comes from. */
@NullMarked
package city.luotsi.dashboard.data;

import org.jspecify.annotations.NullMarked;
