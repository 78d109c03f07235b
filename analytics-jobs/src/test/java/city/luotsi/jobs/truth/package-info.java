/** Every figure against an independent computation. */
@NullMarked
package city.luotsi.jobs.truth;

import org.jspecify.annotations.NullMarked;
