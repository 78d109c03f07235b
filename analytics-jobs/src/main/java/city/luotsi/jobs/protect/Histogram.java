package city.luotsi.jobs.protect;

import java.util.SortedMap;
import java.util.TreeMap;

/** Events by log bucket, in which no bucket holds fewer than k. */
final class Histogram {
    private Histogram() {}

    /**
     * Neighbours are put together, under the bucket in which the middle one of their events lies.
     *
     * @return empty if there are fewer than k events
     */
    static SortedMap<Integer, Long> merged(SortedMap<Integer, Long> events, int k) {
        SortedMap<Integer, Long> merged = new TreeMap<>();
        SortedMap<Integer, Long> block = new TreeMap<>();
        int last = 0;
        for (var bucket : events.entrySet()) {
            block.put(bucket.getKey(), bucket.getValue());
            if (size(block) >= k) {
                last = middle(block);
                merged.put(last, size(block));
                block.clear();
            }
        }
        if (!block.isEmpty() && !merged.isEmpty()) {
            merged.merge(last, size(block), Long::sum);
        }
        return merged;
    }

    private static long size(SortedMap<Integer, Long> events) {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }

    private static int middle(SortedMap<Integer, Long> events) {
        long half = (size(events) + 1) / 2;
        long below = 0;
        for (var bucket : events.entrySet()) {
            below += bucket.getValue();
            if (below >= half) {
                return bucket.getKey();
            }
        }
        return events.lastKey();
    }
}
