package city.luotsi.figures.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A way to continue a monthly series. */
public enum Method {
    /**
     * The theta method, which won the M3 competition: the mean of the straight line through the series and of the smoothed
     * series with its bends doubled, which is exponential smoothing with half of the line's slope as drift (Assimakopoulos
     * and Nikolopoulos 2000; Hyndman and Billah 2003). What the season does is taken off before and put on again after.
     */
    THETA {
        @Override
        double[] continued(double[] history, int months) {
            Season season = Season.of(history);
            double[] steady = season.removedFrom(history);
            Smoothing smoothing = Smoothing.of(steady);
            double drift = Numbers.slope(steady) / 2;
            double behind = (1 - Math.pow(1 - smoothing.rate(), history.length)) / smoothing.rate();
            return IntStream.range(0, months)
                    .mapToDouble(
                            ahead -> smoothing.level() + drift * (ahead + behind) + season.at(history.length + ahead))
                    .toArray();
        }

        // of the state-space model: a month's miss stays in the level, by the rate, for all months after it
        @Override
        double spread(double[] history, Reckoning reckoning) {
            Smoothing smoothing = Smoothing.of(Season.of(history).removedFrom(history));
            double after = 0;
            double variance = 0;
            for (double weight : reckoning.weights().reversed()) {
                variance += Math.pow(weight + smoothing.rate() * after, 2);
                after += weight;
            }
            return Math.sqrt(variance * smoothing.variance());
        }
    },

    /** A month will be what the same month was a year before: what every other method must beat. */
    SEASONAL_NAIVE {
        @Override
        double[] continued(double[] history, int months) {
            double[] all = Arrays.copyOf(history, history.length + months);
            for (int month = history.length; month < all.length; month++) {
                all[month] = all[month - Season.YEAR];
            }
            return Arrays.copyOfRange(all, history.length, all.length);
        }

        // months miss together as far as neighbouring ones did
        @Override
        double spread(double[] history, Reckoning reckoning) {
            double[] missed = IntStream.range(Season.YEAR, history.length)
                    .mapToDouble(month -> history[month] - history[month - Season.YEAR])
                    .toArray();
            double together = Math.max(0, Numbers.alike(missed, 1));
            double sum = 0;
            double squares = 0;
            for (double weight : reckoning.weights()) {
                sum += weight;
                squares += weight * weight;
            }
            return Numbers.spread(missed) * Math.sqrt((1 - together) * squares + together * sum * sum);
        }
    };

    /** The months that follow. */
    abstract double[] continued(double[] history, int months);

    /** By how much the reckoning will miss, as the method's own model has it: one standard deviation. */
    abstract double spread(double[] history, Reckoning reckoning);
}
