/** What of the dashboard everybody can use, and what not yet: the statement that the law asks for. */
@NullMarked
package city.luotsi.dashboard.accessibility;

import org.jspecify.annotations.NullMarked;
