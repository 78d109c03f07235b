/** What people write in the dashboard is kept here: one file beside the data, or PostgreSQL where there are several dashboards. */
@NullMarked
package city.luotsi.dashboard.database;

import org.jspecify.annotations.NullMarked;
