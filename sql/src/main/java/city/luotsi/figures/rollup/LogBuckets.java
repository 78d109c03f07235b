package city.luotsi.figures.rollup;

import java.util.SortedMap;

/**
 * Quantiles from counts in logarithmic buckets, which add up. Bucket {@code i} holds the values in (γ^(i−1), γ^i]; its
 * middle is wrong by at most {@link #ERROR} of the value. After Masson, Rim and Lee, "DDSketch" (VLDB 2019).
 */
public final class LogBuckets {
    /** The relative error of a quantile, at most. */
    public static final double ERROR = 0.01;

    private static final double GAMMA = 1.02;

    /** The bucket of zero, and of what a source says took less than nothing. */
    public static final int ZERO = -10_000;

    private LogBuckets() {}

    /** SQL, for Spark and DuckDB alike, of the bucket of a value. */
    public static String bucketOf(String value) {
        return "case when (%1$s) <= 0 then %2$d when (%1$s) > 0 then cast(ceil(ln(%1$s) / ln(%3$se0)) as int) end"
                .formatted(value, ZERO, GAMMA);
    }

    /** The bucket of a value. */
    public static int bucket(double value) {
        return value <= 0 ? ZERO : (int) Math.ceil(Math.log(value) / Math.log(GAMMA));
    }

    /** The middle of a bucket, in the value's unit. */
    public static double middle(int bucket) {
        return bucket == ZERO ? 0 : 2 * Math.pow(GAMMA, bucket) / (GAMMA + 1);
    }

    /**
     * The smallest value with at least this share of all values at or below it.
     *
     * @param counts events by bucket; not empty
     * @param share 0..1
     */
    public static double quantile(SortedMap<Integer, Long> counts, double share) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (all <= 0) {
            throw new IllegalArgumentException("no values to take a quantile of");
        }
        long atLeast = Math.max(1, (long) Math.ceil(share * all - 1e-9));
        long below = 0;
        for (var entry : counts.entrySet()) {
            below += entry.getValue();
            if (below >= atLeast) {
                return middle(entry.getKey());
            }
        }
        return middle(counts.lastKey());
    }
}
