package city.luotsi.jobs.publish;

import city.luotsi.figures.rollup.DistinctCount;
import java.util.List;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;
import org.apache.datasketches.memory.Memory;

/** Merges sketches with the library that Spark brings. */
public final class SparkSketches implements DistinctCount {

    @Override
    public double merged(List<byte[]> sketches) {
        return Math.rint(union(sketches).getEstimate());
    }

    /** One sketch of all that are in any of these. */
    byte[] together(List<byte[]> sketches) {
        return union(sketches).toUpdatableByteArray();
    }

    private static HllSketch union(List<byte[]> sketches) {
        Union union = new Union(LOG_REGISTERS);
        sketches.forEach(sketch -> union.update(HllSketch.heapify(Memory.wrap(sketch))));
        return union.getResult(TgtHllType.HLL_8);
    }
}
