/** Why a figure changed: what each part of it contributed, adding up exactly to the change. */
@NullMarked
package city.luotsi.figures.contribution;

import org.jspecify.annotations.NullMarked;
