package city.luotsi.figures.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * What the months to come are expected to make, and how sure that is.
 *
 * @param method seasonal-naive where the theta method would have missed by as much or more
 * @param low at least 80 of 100 such forecasts come out between this
 * @param high and this
 * @param thetaError by how much the theta method missed a month on average when it was tried on the past, in the figure's unit
 * @param naiveError the same of the seasonal-naive method
 */
public record Forecast(Method method, double value, double low, double high, double thetaError, double naiveError) {
    /** Fewer months say too little about a year. */
    public static final int FEWEST_MONTHS = 2 * Season.YEAR;

    /**
     * Student's t: what 80 of 100 stay within, in standard deviations, by the years that the spread is known from. Months of
     * one year say little of how years differ, so it is years that count, and no more than four: what is longer ago was
     * another city. That this is wide enough is tried in simulations.
     */
    private static final List<Double> DEVIATIONS = List.of(3.078, 1.886, 1.638, 1.533);

    /** A month's value can't leave these. */
    record Bounds(double least, double most) {
        private double[] kept(double[] values) {
            return Arrays.stream(values)
                    .map(value -> Math.clamp(value, least, most))
                    .toArray();
        }
    }

    /** @throws IllegalArgumentException if there are fewer than {@link #FEWEST_MONTHS} */
    static Forecast of(double[] history, Reckoning reckoning, Bounds bounds) {
        if (history.length < FEWEST_MONTHS) {
            throw new IllegalArgumentException(
                    "a forecast needs %d months, there are %d".formatted(FEWEST_MONTHS, history.length));
        }
        Backtest theta = Backtest.of(Method.THETA, history, reckoning);
        Backtest naive = Backtest.of(Method.SEASONAL_NAIVE, history, reckoning);
        Method method = theta.meanError() < naive.meanError() ? Method.THETA : Method.SEASONAL_NAIVE;
        Backtest tried = method == Method.THETA ? theta : naive;
        double value = reckoning.of(bounds.kept(method.continued(history, reckoning.months())));
        double reach = deviations(history.length, reckoning.months())
                * Math.max(method.spread(history, reckoning), tried.spread());
        return new Forecast(
                method,
                value,
                Math.max(value - reach, reckoning.ofEach(bounds.least())),
                Math.min(value + reach, reckoning.ofEach(bounds.most())),
                theta.meanError(),
                naive.meanError());
    }

    /** The usual level isn't known but from so many months: the longer it is relied on, the more that tells. */
    private static double deviations(int known, int months) {
        int years = Math.min(DEVIATIONS.size(), known / Season.YEAR);
        return DEVIATIONS.get(years - 1) * Math.sqrt(1 + (double) months / known);
    }

    /** The same history, continued: what is expected of each month. */
    static double[] expected(double[] history, int months, Bounds bounds) {
        Reckoning last = Reckoning.lastOf(months);
        return bounds.kept(Forecast.of(history, last, bounds).method().continued(history, months));
    }
}
