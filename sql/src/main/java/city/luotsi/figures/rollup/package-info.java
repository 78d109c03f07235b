/** How figures add up over time and over dimensions, so that no reader can get it wrong. */
@NullMarked
package city.luotsi.figures.rollup;

import org.jspecify.annotations.NullMarked;
