package city.luotsi.dashboard.snapshot;

import city.luotsi.figures.rollup.DistinctCount;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;

/** Merges published sketches. */
final class MergedSketches implements DistinctCount {

    @Override
    public double merged(List<byte[]> sketches) {
        HllUnion union = new HllUnion(LOG_REGISTERS);
        sketches.forEach(sketch -> union.update(HllSketch.heapify(MemorySegment.ofArray(sketch))));
        return Math.rint(union.getResult(TgtHllType.HLL_8).getEstimate());
    }
}
