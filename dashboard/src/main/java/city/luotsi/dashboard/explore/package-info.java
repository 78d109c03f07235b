/** The page of one KPI: over time, by department, service, channel or district; all of it in the URL. */
@NullMarked
package city.luotsi.dashboard.explore;

import org.jspecify.annotations.NullMarked;
