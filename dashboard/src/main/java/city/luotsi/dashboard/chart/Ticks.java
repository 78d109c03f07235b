package city.luotsi.dashboard.chart;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Sideways: which columns are named, the less room the fewer. Counted from the latest, which is always named, every third
 * month, say, then every sixth. Of each such stride the next one leaves out some and moves none, so that a name
 * needs to know only for how many there must be room; the browser compares, and nothing is measured.
 */
final class Ticks {
    /** No screen has room for more. */
    private static final int MOST = 30;

    private Ticks() {}

    static List<LinePlot.Column> columns(KpiSeries series, Function<Period, String> name) {
        int count = series.points().size();
        List<Integer> strides = strides(series.query().step(), count);
        List<LinePlot.Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Period period = series.points().get(i).period();
            double slots = slots(strides, i, count);
            columns.add(new LinePlot.Column(Periods.write(period), slots > MOST ? "" : name.apply(period), slots));
        }
        return columns;
    }

    static int letters(KpiSeries series, Function<Period, String> name) {
        return series.points().stream()
                .mapToInt(point -> name.apply(point.period()).length())
                .max()
                .orElse(0);
    }

    private static double slots(List<Integer> strides, int column, int count) {
        int back = count - 1 - column;
        int stride = strides.stream().filter(every -> back % every == 0).reduce(1, Math::max);
        return Math.round(100.0 * (count - 1) / stride) / 100.0;
    }

    /** As people divide time, then doubled; each divides the next. */
    private static List<Integer> strides(Step step, int count) {
        List<Integer> strides = new ArrayList<>(
                switch (step) {
                    case DAY -> List.of(1, 7);
                    case MONTH -> List.of(1, 3, 6, 12);
                    case WHOLE, WEEK, QUARTER, YEAR -> List.of(1);
                });
        while (strides.getLast() < count) {
            strides.add(2 * strides.getLast());
        }
        return strides;
    }
}
