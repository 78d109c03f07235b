/** What is left when a run is killed, when the disk is full, when two run at once. */
@NullMarked
package city.luotsi.jobs.crash;

import org.jspecify.annotations.NullMarked;
