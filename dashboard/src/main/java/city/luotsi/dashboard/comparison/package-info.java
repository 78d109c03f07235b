/** A figure beside what it is compared with: the period before, a year ago, the target. */
@NullMarked
package city.luotsi.dashboard.comparison;

import org.jspecify.annotations.NullMarked;
