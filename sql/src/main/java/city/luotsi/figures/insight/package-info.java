/**
 * What in a publication departs from its own pattern, where, since when and how sure that is. Computed by the job on the
 * finished file; readers only read it. The method stands in {@code docs/decisions/signals.md}.
 */
@NullMarked
package city.luotsi.figures.insight;

import org.jspecify.annotations.NullMarked;
