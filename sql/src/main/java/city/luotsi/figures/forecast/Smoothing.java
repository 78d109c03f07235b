package city.luotsi.figures.forecast;

/**
 * Simple exponential smoothing, with the rate and the first level that would have missed least (Hyndman and Athanasopoulos,
 * "Forecasting: Principles and Practice", 2nd edition, section 7.1).
 *
 * @param rate how fast the level follows what is seen, 0..1
 * @param firstLevel before the first month
 * @param level after the last month
 * @param variance of what a month missed by
 */
record Smoothing(double rate, double firstLevel, double level, double variance) {
    private static final int STEPS = 100;
    private static final double CLOSE = 1e-6;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    static Smoothing of(double[] values) {
        // there may be several valleys: the deepest step first, then down to its bottom
        double best = 1.0 / STEPS;
        for (int step = 2; step < STEPS; step++) {
            double rate = (double) step / STEPS;
            if (at(rate, values).variance < at(best, values).variance) {
                best = rate;
            }
        }
        double low = best - 1.0 / STEPS;
        double high = best + 1.0 / STEPS;
        while (high - low > CLOSE) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (at(left, values).variance <= at(right, values).variance) {
                high = right;
            } else {
                low = left;
            }
        }
        return at((low + high) / 2, values);
    }

    /**
     * With the first level that fits this rate best: what a month misses by is linear in it, so least squares give it at once.
     */
    private static Smoothing at(double rate, double[] values) {
        double fromNothing = 0;
        double left = 1;
        double product = 0;
        double square = 0;
        for (double value : values) {
            product += (value - fromNothing) * left;
            square += left * left;
            fromNothing += rate * (value - fromNothing);
            left *= 1 - rate;
        }
        double firstLevel = product / square;
        double level = firstLevel;
        double missed = 0;
        for (double value : values) {
            missed += (value - level) * (value - level);
            level += rate * (value - level);
        }
        return new Smoothing(rate, firstLevel, level, missed / Math.max(1, values.length - 2));
    }
}
