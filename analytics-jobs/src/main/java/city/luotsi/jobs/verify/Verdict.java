package city.luotsi.jobs.verify;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.rollup.DistinctCount;
import city.luotsi.figures.rollup.LogBuckets;
import java.util.Locale;
import java.util.Optional;

/**
 * A published figure beside the recomputed one.
 *
 * @param recomputed empty if there is nothing to divide by
 * @param parts what it was recomputed from, in words
 * @param together of a quantile, whether at most as many cases lie between the two as are told together, to protect small groups
 */
public record Verdict(Kpi kpi, Figure published, Optional<Double> recomputed, String parts, boolean together) {
    /** Sums are exact; what is left is how a double divides. */
    private static final double ROUNDING = 1e-9;
    /** An estimate of few is exact, one of many keeps within the stated error 95 times in 100: twice that always. */
    private static final double DISTINCT = 2 * DistinctCount.ERROR;

    public enum Outcome {
        EQUAL,
        DIFFERENT,
        /** There is no published figure that could be compared. */
        NOT_TOLD
    }

    public Outcome outcome() {
        if (published instanceof Figure.Known known) {
            return recomputed
                    .filter(value -> together || isNear(value, known.value()))
                    .map(any -> Outcome.EQUAL)
                    .orElse(Outcome.DIFFERENT);
        }
        return published instanceof Figure.Hidden || recomputed.isEmpty() || published instanceof Figure.NotYetKnown
                ? Outcome.NOT_TOLD
                : Outcome.DIFFERENT;
    }

    private boolean isNear(double value, double told) {
        return Math.abs(value - told) <= tolerance() * Math.max(1e-12, Math.abs(value));
    }

    private double tolerance() {
        return switch (kpi.rollup()) {
            case SUM, RATIO, STOCK, STOCK_AGE, PER_RESIDENT -> ROUNDING;
            case QUANTILE -> LogBuckets.ERROR + ROUNDING;
            case DISTINCT -> DISTINCT;
        };
    }

    /** For the auditor. */
    public String text() {
        String told = published instanceof Figure.Known known
                ? number(known.value())
                        + known.parts()
                                .map(divided -> " = %s / %s"
                                        .formatted(number(divided.numerator()), number(divided.denominator())))
                                .orElse("")
                : "not told: " + published.getClass().getSimpleName();
        String verdict = switch (outcome()) {
            case EQUAL ->
                tolerance() > ROUNDING
                        ? "equal, within the stated error of %.1f %%".formatted(100 * tolerance())
                        : "equal";
            case DIFFERENT -> "DIFFERENT";
            case NOT_TOLD -> "nothing to compare: the figure isn't told, and what was recomputed must not be passed on";
        };
        return """
                published    %s
                recomputed   %s%s
                %s""".formatted(told, recomputed.map(Verdict::number).orElse("nothing to divide by"), parts, verdict);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.6f", value);
    }
}
