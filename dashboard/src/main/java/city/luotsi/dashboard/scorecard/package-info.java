/** What a department head takes into Monday's meeting: its key figures by month, against target, and by year's end. */
@NullMarked
package city.luotsi.dashboard.scorecard;

import org.jspecify.annotations.NullMarked;
