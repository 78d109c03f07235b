/** What holds for the repository as a whole: its front door, its containers, its documentation. */
@NullMarked
package city.luotsi.house;

import org.jspecify.annotations.NullMarked;
