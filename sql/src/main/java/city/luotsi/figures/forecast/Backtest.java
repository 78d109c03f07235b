package city.luotsi.figures.forecast;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How far a method would have missed, had it been used before: at the end of each of the last twelve months, or of every
 * month that had two years behind it, where those are more.
 *
 * @param meanError of a month, in the figure's unit
 * @param spread of what is reckoned: the root of its mean squared error; 0 where no such span has passed
 */
record Backtest(double meanError, double spread) {

    static Backtest of(Method method, double[] history, Reckoning reckoning) {
        DoubleStream.Builder ofMonths = DoubleStream.builder();
        DoubleStream.Builder ofReckonings = DoubleStream.builder();
        int months = reckoning.months();
        int first = Math.min(2 * Season.YEAR, history.length - Season.YEAR);
        IntStream.range(first, history.length).forEach(then -> {
            double[] forecast = method.continued(Arrays.copyOf(history, then), months);
            double[] came = Arrays.copyOfRange(history, then, Math.min(history.length, then + months));
            for (int month = 0; month < came.length; month++) {
                ofMonths.add(Math.abs(came[month] - forecast[month]));
            }
            if (came.length == months) {
                ofReckonings.add(reckoning.of(came) - reckoning.of(forecast));
            }
        });
        return new Backtest(
                Numbers.mean(ofMonths.build().toArray()),
                Numbers.spread(ofReckonings.build().toArray()));
    }
}
