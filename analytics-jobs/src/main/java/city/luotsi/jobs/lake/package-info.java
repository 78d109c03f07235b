/** The Delta table of events, which depends on the set of files ingested and not on their order. */
@NullMarked
package city.luotsi.jobs.lake;

import org.jspecify.annotations.NullMarked;
