/** What every verb stands on: folders, the Spark session, progress, and the report each run leaves behind. */
@NullMarked
package city.luotsi.jobs.run;

import org.jspecify.annotations.NullMarked;
