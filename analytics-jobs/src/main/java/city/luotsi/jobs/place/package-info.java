/** In which district a point lies. */
@NullMarked
package city.luotsi.jobs.place;

import org.jspecify.annotations.NullMarked;
