/** What the command line shares between verbs, and the verbs ingest and runs. */
@NullMarked
package city.luotsi.jobs.cli;

import org.jspecify.annotations.NullMarked;
