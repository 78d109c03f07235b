package city.luotsi.figures.contribution;

/** What the parts add up to. */
public sealed interface Told {

    /** The figure. */
    record Itself() implements Told {}

    /**
     * The share of cases past the figure's old value: a quantile isn't made of parts, but it rises exactly when this share does.
     * Counted in the published logarithmic buckets, it is the share past the upper end of the bucket that the old value lies in, at
     * most 2 % above it.
     */
    record SharePast(double value) implements Told {}
}
