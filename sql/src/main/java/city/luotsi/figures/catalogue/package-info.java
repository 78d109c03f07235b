/** What is defined: KPIs, subjects, dimensions and feeds, read from their files and checked, with file and line in every error. */
@NullMarked
package city.luotsi.figures.catalogue;

import org.jspecify.annotations.NullMarked;
