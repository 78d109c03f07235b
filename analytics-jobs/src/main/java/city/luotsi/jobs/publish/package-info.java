/** A candidate file is made and checked, then becomes a publication. Nothing a reader depends on is overwritten. */
@NullMarked
package city.luotsi.jobs.publish;

import org.jspecify.annotations.NullMarked;
