/** Texts, numbers and days in the reader's language. */
@NullMarked
package city.luotsi.dashboard.wording;

import org.jspecify.annotations.NullMarked;
