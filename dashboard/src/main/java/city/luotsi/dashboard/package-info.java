/** The dashboard: what is published, on screens. */
@NullMarked
package city.luotsi.dashboard;

import org.jspecify.annotations.NullMarked;
