/** Slow work of a page, done in the background; each piece loads, fails and retries by itself. */
@NullMarked
package city.luotsi.dashboard.loading;

import org.jspecify.annotations.NullMarked;
