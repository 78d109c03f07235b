package city.luotsi.dashboard.chart;

import city.luotsi.figures.query.KpiSeries;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Days that somebody noted, as upright lines in a chart over time. What they are about stands in a list beside it. */
public final class Marks {
    private Marks() {}

    /** @param label of a day, as short as an axis has room for */
    public static void put(
            ObjectNode line,
            KpiSeries series,
            Collection<LocalDate> days,
            java.util.function.Function<LocalDate, String> label) {
        List<Integer> pieces = days.stream()
                .flatMap(day -> IntStream.range(0, series.points().size())
                        .filter(piece -> series.points().get(piece).period().contains(day))
                        .boxed())
                .distinct()
                .toList();
        if (pieces.isEmpty()) {
            return;
        }
        ObjectNode first = (ObjectNode) line.withArray("series").get(0);
        ArrayNode data = first.withObject("markLine").withArray("data");
        for (int piece : pieces) {
            String noted = days.stream()
                    .filter(day -> series.points().get(piece).period().contains(day))
                    .sorted()
                    .map(label)
                    .distinct()
                    .collect(Collectors.joining(", "));
            ObjectNode mark = data.addObject().put("xAxis", piece);
            mark.putObject("lineStyle").put("type", "dotted");
            mark.putObject("label")
                    .put("formatter", "⚑ " + noted)
                    .put("position", "insideEndTop")
                    .put("rotate", 0)
                    .put("align", 2 * piece > series.points().size() ? "right" : "left");
        }
    }
}
