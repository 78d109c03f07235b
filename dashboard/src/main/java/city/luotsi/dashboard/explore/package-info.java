/** The pages of one KPI: over time, by department, service, channel or district, and why it changed; all of it in the URL. */
@NullMarked
package city.luotsi.dashboard.explore;

import org.jspecify.annotations.NullMarked;
