package city.luotsi.dashboard.chart;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiSeries;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From figures over time to what ECharts draws. How it looks is the browser's business: see {@code luotsi-theme.ts}. */
public final class ChartOption {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double HEADROOM = 1.1;
    private static final int TWENTIETHS = 20;

    /** More points than these lie too close together to be marked one by one. */
    private static final int MARKED = 40;

    /** A line of what should be reached. */
    public record Aim(double value, String text) {}

    /** A line that is compared with. */
    public record Named(String name, KpiSeries series) {}

    /** Told apart without their colours too; as luotsi.css has them in the legend. */
    private static final List<String> STROKES = List.of("dashed", "dotted", "dashed", "dotted", "dashed");

    private ChartOption() {}

    /** A figure over time; a gap where it isn't known. A point's key is its period as a link spells it. */
    public static ObjectNode line(KpiSeries series, Words words, Optional<Aim> aim) {
        return lines(series, List.of(), words, aim);
    }

    /** The same with others beside it, point by point: each at the place of the point that it is compared with. */
    public static ObjectNode lines(KpiSeries series, List<Named> others, Words words, Optional<Aim> aim) {
        double highest = Math.max(
                highest(series),
                others.stream()
                        .mapToDouble(other -> highest(other.series()))
                        .max()
                        .orElse(0));
        ObjectNode option = frame(series.kpi(), words);
        ArrayNode ticks = option.putObject("xAxis")
                .put("type", "category")
                .put("boundaryGap", false)
                .putArray("data");
        Scale scale =
                Scale.of(series.kpi(), Math.max(highest, aim.map(Aim::value).orElse(0.0)), words);
        ObjectNode value = option.putObject("yAxis")
                .put("type", "value")
                .put("scale", !startsAtZero(series.kpi()))
                .put("name", scale.unit());
        if (series.kpi().unit() == Unit.COUNT) {
            value.put("minInterval", 1);
        }
        ArrayNode lines = option.putArray("series");
        ObjectNode line = lines.addObject();
        line.put("type", "line").put("showSymbol", series.points().size() < MARKED);
        if (startsAtZero(series.kpi())) {
            line.putObject("areaStyle").put("opacity", 0.07);
        }
        ArrayNode data = line.putArray("data");
        for (KpiSeries.Point point : series.points()) {
            ticks.add(words.dates().tick(point.period()));
            datum(data, point.figure(), scale)
                    .put("key", Periods.write(point.period()))
                    .put("title", words.opening(words.dates().period(point.period())))
                    .put("text", words.figureWithParts(series.kpi(), point.figure()));
        }
        if (series.kpi().unit() == Unit.PERCENT) {
            value.put("max", above(highest));
        }
        for (int i = 0; i < others.size(); i++) {
            lines.add(beside(others.get(i), STROKES.get(i % STROKES.size()), scale, words));
        }
        aim.ifPresent(known -> markLine(line, value, known, series, highest, scale));
        return option;
    }

    private static ObjectNode beside(Named other, String stroke, Scale scale, Words words) {
        ObjectNode line = JSON.objectNode().put("type", "line").put("showSymbol", false);
        line.putObject("lineStyle").put("type", stroke).put("width", 2);
        ArrayNode data = line.putArray("data");
        for (KpiSeries.Point point : other.series().points()) {
            datum(data, point.figure(), scale)
                    .put("title", other.name() + " · " + words.dates().period(point.period()))
                    .put("text", words.figureWithParts(other.series().kpi(), point.figure()));
        }
        return line;
    }

    private static ObjectNode frame(Kpi kpi, Words words) {
        ObjectNode option = JSON.objectNode();
        ObjectNode ours = option.putObject("luotsi");
        ours.put("locale", words.wording().locale().toLanguageTag());
        ours.set("style", numberStyle(kpi, words));
        return option;
    }

    private static double highest(KpiSeries series) {
        return series.points().stream()
                .flatMap(point -> point.figure().number().stream())
                .reduce(0.0, Math::max);
    }

    private static ObjectNode numberStyle(Kpi kpi, Words words) {
        ObjectNode style = JSON.objectNode().put("maximumFractionDigits", 1);
        return switch (kpi.unit()) {
            case PERCENT -> style.put("style", "percent");
            case MONEY ->
                style.put("style", "currency")
                        .put("currency", words.amounts().currency())
                        .put("maximumFractionDigits", 0);
            case COUNT -> style.put("notation", "compact");
            case DAYS, RATE -> style;
        };
    }

    private static boolean startsAtZero(Kpi kpi) {
        return switch (kpi.unit()) {
            case COUNT, RATE, MONEY, DAYS -> true;
            case PERCENT -> false;
        };
    }

    private static ObjectNode datum(ArrayNode data, Figure figure, Scale scale) {
        ObjectNode datum = data.addObject();
        figure.number()
                .ifPresentOrElse(number -> datum.put("value", number * scale.factor()), () -> datum.put("value", "-"));
        return datum;
    }

    private static void markLine(
            ObjectNode line, ObjectNode axis, Aim aim, KpiSeries series, double highest, Scale scale) {
        ObjectNode mark = line.putObject("markLine");
        mark.putObject("label").put("formatter", aim.text());
        mark.putArray("data").addObject().put("yAxis", aim.value() * scale.factor());
        double lowest = series.points().stream()
                .flatMap(point -> point.figure().number().stream())
                .reduce(highest, Math::min);
        if (aim.value() > highest) {
            axis.put(
                    "max",
                    series.kpi().unit() == Unit.PERCENT ? above(aim.value()) : aim.value() * scale.factor() * HEADROOM);
        } else if (aim.value() < lowest && series.kpi().unit() == Unit.PERCENT) {
            axis.put("min", below(aim.value()));
        }
    }

    /** The next twentieth up with some air, but no share is more than the whole. */
    private static double above(double share) {
        return Math.min(1, Math.ceil(share * TWENTIETHS + 0.5) / TWENTIETHS);
    }

    private static double below(double share) {
        return Math.max(0, Math.floor(share * TWENTIETHS - 0.5) / TWENTIETHS);
    }
}
