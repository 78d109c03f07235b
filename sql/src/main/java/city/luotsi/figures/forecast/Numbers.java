package city.luotsi.figures.forecast;

import java.util.Arrays;

/** The few sums that methods have in common. */
final class Numbers {
    private Numbers() {}

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** The root of the mean square: how far from zero, as a rule. */
    static double spread(double[] values) {
        return Math.sqrt(
                Arrays.stream(values).map(value -> value * value).average().orElse(0));
    }

    /** Autocorrelation: how much alike values are that lie so many months apart, −1..1; 0 where nothing varies. */
    static double alike(double[] values, int months) {
        double mean = mean(values);
        double together = 0;
        double alone = 0;
        for (int i = 0; i < values.length; i++) {
            alone += (values[i] - mean) * (values[i] - mean);
            if (i >= months) {
                together += (values[i] - mean) * (values[i - months] - mean);
            }
        }
        return alone == 0 ? 0 : together / alone;
    }

    /** By how much values grow from month to month, by least squares. */
    static double slope(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double mean = mean(values);
        double together = 0;
        double alone = 0;
        for (int month = 0; month < values.length; month++) {
            together += (month - middle) * (values[month] - mean);
            alone += (month - middle) * (month - middle);
        }
        return alone == 0 ? 0 : together / alone;
    }
}
