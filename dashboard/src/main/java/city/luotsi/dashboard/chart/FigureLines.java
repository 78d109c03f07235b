package city.luotsi.dashboard.chart;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** A figure over time, with others beside it, as lines. */
public final class FigureLines {
    /** More points than these lie too close together to be marked one by one. */
    private static final int MARKED = 40;

    /** So near to the upper or the lower end no text fits between. */
    private static final double EDGE = 0.09;

    /** A line of what should be reached. */
    public record Aim(double value, String text) {}

    /** A line that is compared with. */
    public record Named(String name, KpiSeries series) {}

    private FigureLines() {}

    /**
     * A gap where the figure isn't known; a column's key is its period as a link spells it.
     *
     * @param series of which at least one figure is known
     * @param others point by point, each at the place of the point that it is compared with
     */
    public static LinePlot of(KpiSeries series, List<Named> others, Words words, Optional<Aim> aim) {
        Scale scale =
                Scale.of(series.kpi(), Math.max(0, range(series, others, aim, 1).getMax()), words);
        Axis axis = Axis.of(series.kpi().unit(), range(series, others, aim, scale.factor()), scale.factor());
        List<LinePlot.Run> runs = runs(series, axis, scale);
        boolean isFilled = series.kpi().unit() != Unit.PERCENT;
        boolean isDotted = series.points().size() < MARKED;
        List<LinePlot.Line> lines = new ArrayList<>();
        lines.add(new LinePlot.Line(
                runs, told(series, words, period -> words.opening(words.dates().period(period))), isFilled, isDotted));
        for (Named other : others) {
            lines.add(new LinePlot.Line(
                    runs(other.series(), axis, scale),
                    told(
                            other.series(),
                            words,
                            period -> other.name() + " · " + words.dates().period(period)),
                    false,
                    false));
        }
        return new LinePlot(
                scale.unit(),
                axis.levels(value -> words.amounts().onAxis(series.kpi(), value.doubleValue(), axis.digits())),
                Ticks.columns(series, words.dates()::tick),
                Ticks.letters(series, words.dates()::tick),
                lines,
                aim.map(known -> aim(
                        known,
                        axis.at(known.value() * scale.factor()),
                        runs,
                        series.points().size())),
                List.of());
    }

    private static DoubleSummaryStatistics range(
            KpiSeries series, List<Named> others, Optional<Aim> aim, double factor) {
        Stream<Double> figures = Stream.concat(
                        Stream.of(series), others.stream().map(Named::series))
                .flatMap(line -> line.points().stream())
                .flatMap(point -> point.figure().number().stream());
        return Stream.concat(figures, aim.stream().map(Aim::value))
                .mapToDouble(number -> number * factor)
                .summaryStatistics();
    }

    private static List<LinePlot.Run> runs(KpiSeries series, Axis axis, Scale scale) {
        List<LinePlot.Run> runs = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i <= series.points().size(); i++) {
            Optional<Double> number =
                    i < series.points().size() ? series.points().get(i).figure().number() : Optional.empty();
            if (number.isPresent()) {
                heights.add(axis.at(number.get() * scale.factor()));
            } else if (!heights.isEmpty()) {
                runs.add(new LinePlot.Run(i - heights.size(), heights));
                heights.clear();
            }
        }
        return runs;
    }

    private static List<LinePlot.Told> told(KpiSeries series, Words words, Function<Period, String> title) {
        return series.points().stream()
                .map(point -> new LinePlot.Told(
                        title.apply(point.period()), words.figureWithParts(series.kpi(), point.figure())))
                .toList();
    }

    /** The text stands where the line begins, on the side where the line is not. */
    private static LinePlot.Aim aim(Aim aim, double at, List<LinePlot.Run> runs, int columns) {
        OptionalDouble beginning = runs.stream()
                .filter(run -> run.from() <= columns / 4)
                .flatMap(run -> run.heights().stream().limit(columns / 4 - run.from() + 1))
                .mapToDouble(Double::doubleValue)
                .average();
        boolean above = at < EDGE || (at <= 1 - EDGE && at >= beginning.orElse(0));
        return new LinePlot.Aim(at, aim.text(), above);
    }
}
