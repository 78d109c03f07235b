/** Files become rows of service_event, good and quarantined. Says what a feed is; knows no city and no KPI. */
@NullMarked
package city.luotsi.jobs.source;

import org.jspecify.annotations.NullMarked;
