/** The job on a real cluster, with its lake on a real object store. */
@NullMarked
package city.luotsi.jobs.cluster;

import org.jspecify.annotations.NullMarked;
