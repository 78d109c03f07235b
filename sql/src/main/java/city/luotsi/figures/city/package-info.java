/** What is particular to one city: departments, services, districts, population, targets, holidays. */
@NullMarked
package city.luotsi.figures.city;

import org.jspecify.annotations.NullMarked;
