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

/** From figures to what ECharts draws. Colours are named, the browser knows what they are. */
public final class ChartOption {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ACCENT = "var(--luotsi-accent)";
    private static final String INK_SOFT = "var(--luotsi-ink-soft)";
    private static final String LINE = "var(--luotsi-line)";

    private static final double HEADROOM = 1.1;
    private static final int TWENTIETHS = 20;

    /** A line of what should be reached. */
    public record Aim(double value, String text) {}

    private ChartOption() {}

    /** A figure over time; a gap where it isn't known. A point's key is its period as a link spells it. */
    public static ObjectNode line(KpiSeries series, Words words, Optional<Aim> aim) {
        ObjectNode option = frame(series.kpi(), words);
        ArrayNode ticks = option.putObject("xAxis")
                .put("type", "category")
                .put("boundaryGap", false)
                .putArray("data");
        axisLine((ObjectNode) option.get("xAxis"));
        ObjectNode value = option.putObject("yAxis").put("type", "value").put("scale", !startsAtZero(series.kpi()));
        value.putObject("splitLine").putObject("lineStyle").put("color", LINE);
        value.putObject("axisLabel").put("color", INK_SOFT);
        value.put("splitNumber", 4);
        ObjectNode line = option.putArray("series").addObject();
        line.put("type", "line")
                .put("symbol", "circle")
                .put("symbolSize", 7)
                .put("showSymbol", series.points().size() < 40);
        line.putObject("lineStyle").put("width", 3).put("color", ACCENT);
        line.putObject("itemStyle").put("color", ACCENT);
        if (startsAtZero(series.kpi())) {
            line.putObject("areaStyle").put("color", ACCENT).put("opacity", 0.07);
        }
        ArrayNode data = line.putArray("data");
        for (KpiSeries.Point point : series.points()) {
            ticks.add(words.dates().tick(point.period()));
            datum(data, point.figure())
                    .put("key", Periods.write(point.period()))
                    .put("title", words.dates().period(point.period()))
                    .put("text", words.figure(series.kpi(), point.figure()));
        }
        if (series.kpi().unit() == Unit.PERCENT) {
            series.points().stream()
                    .flatMap(point -> point.figure().number().stream())
                    .reduce(Math::max)
                    .ifPresent(highest -> value.put("max", above(highest)));
        }
        aim.ifPresent(known -> markLine(line, value, known, series));
        return option;
    }

    /** A bar per member, as they come. A bar's key is the member. */
    public static ObjectNode bars(KpiSeries series, String dimension, Words words) {
        ObjectNode option = frame(series.kpi(), words);
        ObjectNode value = option.putObject("xAxis").put("type", "value");
        value.putObject("axisLabel").put("show", false);
        value.putObject("splitLine").put("show", false);
        ObjectNode category = option.putObject("yAxis").put("type", "category").put("inverse", true);
        category.putObject("axisTick").put("show", false);
        category.putObject("axisLine").put("show", false);
        category.putObject("axisLabel")
                .put("color", "var(--luotsi-ink)")
                .put("fontSize", 14)
                .put("width", 240)
                .put("overflow", "truncate");
        ArrayNode names = category.putArray("data");
        ObjectNode bar = option.putArray("series").addObject();
        bar.put("type", "bar").put("barMaxWidth", 18);
        bar.putObject("itemStyle")
                .put("color", ACCENT)
                .putArray("borderRadius")
                .add(0)
                .add(4)
                .add(4)
                .add(0);
        bar.putObject("label")
                .put("show", true)
                .put("position", "right")
                .put("fontSize", 14)
                .put("color", "var(--luotsi-ink)");
        ArrayNode data = bar.putArray("data");
        for (KpiSeries.Point point : series.points()) {
            String name = words.member(dimension, point.member());
            String text = words.figure(series.kpi(), point.figure());
            names.add(name);
            ObjectNode datum = datum(data, point.figure())
                    .put("key", point.member())
                    .put("title", name)
                    .put("text", text);
            datum.putObject("label").put("formatter", text.replace('{', '(').replace('}', ')'));
        }
        return option;
    }

    private static ObjectNode frame(Kpi kpi, Words words) {
        ObjectNode option = JSON.objectNode();
        ObjectNode ours = option.putObject("luotsi");
        ours.put("locale", words.wording().locale().toLanguageTag());
        ours.set("style", numberStyle(kpi, words));
        option.putObject("grid")
                .put("left", 4)
                .put("right", 16)
                .put("top", 28)
                .put("bottom", 8)
                .put("containLabel", true);
        option.putObject("tooltip")
                .put("trigger", "axis")
                .putObject("axisPointer")
                .put("type", "none");
        return option;
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

    private static ObjectNode datum(ArrayNode data, Figure figure) {
        ObjectNode datum = data.addObject();
        figure.number().ifPresentOrElse(number -> datum.put("value", number), () -> datum.put("value", "-"));
        return datum;
    }

    private static void markLine(ObjectNode line, ObjectNode axis, Aim aim, KpiSeries series) {
        ObjectNode mark = line.putObject("markLine").put("silent", true).put("symbol", "none");
        mark.putObject("lineStyle")
                .put("color", "var(--luotsi-target)")
                .put("type", "dashed")
                .put("width", 2);
        mark.putObject("label")
                .put("position", "insideStartTop")
                .put("color", "var(--luotsi-ink)")
                .put("fontSize", 13)
                .put("formatter", aim.text());
        mark.putArray("data").addObject().put("yAxis", aim.value());
        List<Double> values = series.points().stream()
                .flatMap(point -> point.figure().number().stream())
                .toList();
        double highest = values.stream().reduce(0.0, Math::max);
        double lowest = values.stream().reduce(highest, Math::min);
        if (aim.value() > highest) {
            axis.put("max", series.kpi().unit() == Unit.PERCENT ? above(aim.value()) : aim.value() * HEADROOM);
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

    private static void axisLine(ObjectNode axis) {
        axis.putObject("axisLine").putObject("lineStyle").put("color", LINE);
        axis.putObject("axisTick").put("show", false);
        axis.putObject("axisLabel").put("color", INK_SOFT).put("hideOverlap", true);
    }
}
