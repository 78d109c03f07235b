/** A question becomes SQL, SQL becomes figures. The only code that writes SQL on a publication. */
@NullMarked
package city.luotsi.figures.query;

import org.jspecify.annotations.NullMarked;
