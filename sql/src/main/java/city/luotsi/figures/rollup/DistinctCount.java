package city.luotsi.figures.rollup;

import java.util.List;

/**
 * How many different ones, from sketches that merge: Apache DataSketches HyperLogLog as Spark's {@code hll_sketch_agg}
 * writes it. Each program brings the version of that library that runs beside its other parts; what they read is the same.
 */
@FunctionalInterface
public interface DistinctCount {
    /** Base-2 logarithm of the number of registers. */
    int LOG_REGISTERS = 12;

    /** The relative error that 95 of 100 estimates stay within. */
    double ERROR = 0.035;

    /** The estimate for all sketches merged; never added. */
    double merged(List<byte[]> sketches);
}
