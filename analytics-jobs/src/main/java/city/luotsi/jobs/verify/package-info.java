/** Recomputes a published figure from the events in the lake, without the cube: for an auditor. */
@NullMarked
package city.luotsi.jobs.verify;

import org.jspecify.annotations.NullMarked;
