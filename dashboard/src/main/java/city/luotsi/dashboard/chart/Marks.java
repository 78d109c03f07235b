package city.luotsi.dashboard.chart;

import city.luotsi.figures.query.KpiSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Days that somebody noted, as upright lines in a chart over time. What they are about stands in a list beside it. */
public final class Marks {
    /** As a part of the width: nearer to each other their texts stand in rows. */
    private static final double NEAR = 0.35;

    private static final int ROWS = 3;

    private Marks() {}

    /** @param label of a day, as short as an axis has room for */
    public static List<LinePlot.Mark> of(
            KpiSeries series, Collection<LocalDate> days, Function<LocalDate, String> label) {
        List<LinePlot.Mark> marks = new ArrayList<>();
        for (int i = 0; i < series.points().size(); i++) {
            KpiSeries.Point point = series.points().get(i);
            String noted = days.stream()
                    .filter(point.period()::contains)
                    .sorted()
                    .map(label)
                    .distinct()
                    .collect(Collectors.joining(", "));
            if (!noted.isEmpty()) {
                boolean isNear = !marks.isEmpty()
                        && i - marks.getLast().column() < NEAR * series.points().size();
                marks.add(new LinePlot.Mark(
                        i, "⚑ " + noted, isNear ? (marks.getLast().row() + 1) % ROWS : 0));
            }
        }
        return marks;
    }
}
