package city.luotsi.dashboard.chart;

import city.luotsi.figures.catalogue.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Upright: from one round number to another, so that all values lie between. Decimal, because 0.1 + 0.2 is read beside it.
 *
 * @param step from number to number: 1, 2 or 5 of a power of ten
 * @param first the lowest number, in steps
 * @param last the highest, in steps
 */
record Axis(BigDecimal step, long first, long last) {
    private static final double STEPS = 4;

    /** Of shares, which don't begin at zero: what differs by less than it shall not look like a landslide. */
    private static final double LEAST_SHARES = 0.05;

    private static final double PRECISION = 10_000;

    /**
     * Amounts are seen in full, shares from about their lowest to their highest.
     *
     * @param values as they are drawn; at least one
     * @param one what is drawn of a single case: there are no halves of it
     */
    static Axis of(Unit unit, DoubleSummaryStatistics values, double one) {
        return switch (unit) {
            case PERCENT -> shares(values.getMin(), values.getMax());
            case COUNT -> between(Math.min(0, values.getMin()), Math.max(0, values.getMax()), one);
            case DAYS, RATE, MONEY -> between(Math.min(0, values.getMin()), Math.max(0, values.getMax()), 0);
        };
    }

    private static Axis shares(double lowest, double highest) {
        if (highest - lowest >= LEAST_SHARES) {
            return between(lowest, highest, 0);
        }
        double to = Math.min(Math.max(1, highest), (lowest + highest + LEAST_SHARES) / 2);
        double from = Math.max(0, to - LEAST_SHARES);
        return between(Math.min(from, lowest), Math.max(from + LEAST_SHARES, highest), 0);
    }

    private static Axis between(double from, double to, double leastStep) {
        BigDecimal step = round((to > from ? to - from : 1) / STEPS).max(BigDecimal.valueOf(leastStep));
        long first = steps(from, step, RoundingMode.FLOOR);
        return new Axis(step, first, Math.max(first + 1, steps(to, step, RoundingMode.CEILING)));
    }

    private static long steps(double value, BigDecimal step, RoundingMode rounding) {
        return BigDecimal.valueOf(value).divide(step, 0, rounding).longValueExact();
    }

    private static BigDecimal round(double about) {
        int power = (int) Math.floor(Math.log10(about));
        double leading = about / Math.pow(10, power);
        int nearest = leading < 1.4 ? 1 : leading < 2.8 ? 2 : leading < 7 ? 5 : 10;
        return BigDecimal.valueOf(nearest).scaleByPowerOfTen(power);
    }

    /** As a part of the whole, from below. */
    double at(double value) {
        return Math.round((value / step.doubleValue() - first) / (last - first) * PRECISION) / PRECISION;
    }

    /** How many digits tell two neighbours apart. */
    int digits() {
        return Math.max(0, step.stripTrailingZeros().scale());
    }

    List<LinePlot.Level> levels(Function<BigDecimal, String> text) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(steps -> step.multiply(BigDecimal.valueOf(steps)))
                .map(value -> new LinePlot.Level(at(value.doubleValue()), text.apply(value)))
                .toList();
    }
}
