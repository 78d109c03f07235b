/** All that stands behind one number, on one page that can be printed: whoever checks it needs nobody to explain. */
@NullMarked
package city.luotsi.dashboard.passport;

import org.jspecify.annotations.NullMarked;
