package city.luotsi.figures.insight;

import city.luotsi.figures.rollup.LogBuckets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** How many events lie in which bucket of values, piece by piece, the newest first. */
final class Histogram {
    /** Those in which anything lies, the lowest first. */
    private final int[] buckets;

    /** By piece and bucket. */
    private final double[][] events;

    private final boolean[] isKnown;

    /** @param pieces events by bucket ({@link LogBuckets}), the newest piece first; NaN where their number is hidden */
    Histogram(List<Map<Integer, Double>> pieces) {
        SortedSet<Integer> known = new TreeSet<>();
        pieces.forEach(piece -> known.addAll(piece.keySet()));
        buckets = known.stream().mapToInt(Integer::intValue).toArray();
        events = pieces.stream()
                .map(piece -> Arrays.stream(buckets)
                        .mapToDouble(bucket -> piece.getOrDefault(bucket, 0.0))
                        .toArray())
                .toArray(double[][]::new);
        isKnown = new boolean[events.length];
        for (int ago = 0; ago < events.length; ago++) {
            isKnown[ago] = !Double.isNaN(Arrays.stream(events[ago]).sum());
        }
    }

    int pieces() {
        return events.length;
    }

    /** Of each piece, how many events there are. */
    double[] all() {
        return Arrays.stream(events)
                .mapToDouble(piece -> Arrays.stream(piece).sum())
                .toArray();
    }

    /** Of each piece, how many events lie past a bucket. */
    double[] past(int bucket) {
        int first = 0;
        while (first < buckets.length && buckets[first] <= bucket) {
            first++;
        }
        int from = first;
        return Arrays.stream(events)
                .mapToDouble(piece -> Arrays.stream(piece, from, piece.length).sum())
                .toArray();
    }

    /**
     * The bucket of the smallest value with at least this share of all events at or below it; of pieces that are hidden nothing
     * counts.
     *
     * @param share 0..1
     */
    int bucket(int from, int pieces, double share) {
        double[] sums = new double[buckets.length];
        for (int ago = from; ago < Math.min(from + pieces, events.length); ago++) {
            if (isKnown[ago]) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += events[ago][i];
                }
            }
        }
        double left = share * Arrays.stream(sums).sum() - 1e-9;
        for (int i = 0; i < sums.length; i++) {
            left -= sums[i];
            if (left <= 0) {
                return buckets[i];
            }
        }
        return LogBuckets.ZERO;
    }

    /** The value itself, as published figures have it. */
    double quantile(int from, int pieces, double share) {
        return LogBuckets.middle(bucket(from, pieces, share));
    }
}
