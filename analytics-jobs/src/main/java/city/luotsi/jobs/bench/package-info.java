/** Measures the pipeline on demonstration cities of several sizes, beside DuckDB on the same files. For engineers. */
@NullMarked
package city.luotsi.jobs.bench;

import org.jspecify.annotations.NullMarked;
