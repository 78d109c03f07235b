/** What a monthly figure will come to by the end of the year, how sure that is, and how well the same method did before. */
@NullMarked
package city.luotsi.figures.forecast;

import org.jspecify.annotations.NullMarked;
