/** The lake becomes the cube: one scan per subject, every KPI of it added up at every grain. Names no KPI. */
@NullMarked
package city.luotsi.jobs.cube;

import org.jspecify.annotations.NullMarked;
