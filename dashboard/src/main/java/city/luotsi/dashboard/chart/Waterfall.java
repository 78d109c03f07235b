package city.luotsi.dashboard.chart;

import city.luotsi.dashboard.wording.Words;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From one figure to another, part by part: each bar begins where the one above it ends. */
public record Waterfall(List<Bar> bars) {
    /** Parts that take less than this of the longest bar couldn't be seen beside it. */
    private static final double VISIBLE = 0.25;

    public Waterfall {
        bars = List.copyOf(bars);
    }

    /** For the eye; the bar's text says the same. */
    public enum Tone {
        TOTAL,
        GOOD,
        BAD,
        UP,
        DOWN,
        UNSURE
    }

    /**
     * @param key what a click on it tells; empty: it leads nowhere
     * @param from where it begins; a total begins at 0
     * @param text beside it
     * @param brief the same where there is little room
     */
    public record Bar(String key, String name, double from, double to, String text, String brief, Tone tone) {
        double lower() {
            return Math.min(from, to);
        }

        double upper() {
            return Math.max(from, to);
        }
    }

    /** Whether the totals are drawn from their upper end only, because the parts are small beside them. */
    public boolean isCut() {
        return floor() > 0;
    }

    public ObjectNode option(Words words) {
        ObjectNode option = JsonNodeFactory.instance.objectNode();
        ObjectNode ours = option.putObject("luotsi");
        ours.put("locale", words.wording().locale().toLanguageTag());
        ours.putObject("style");
        option.putObject("xAxis").put("type", "value").put("show", false).put("max", "dataMax");
        ArrayNode names = option.putObject("yAxis")
                .put("type", "category")
                .put("inverse", true)
                .putArray("data");
        ArrayNode series = option.putArray("series");
        ObjectNode ground =
                series.addObject().put("type", "bar").put("stack", "level").put("silent", true);
        ground.putObject("itemStyle").put("color", "transparent");
        ground.putObject("label").put("show", false);
        ArrayNode below = ground.putArray("data");
        ArrayNode data =
                series.addObject().put("type", "bar").put("stack", "level").putArray("data");
        double floor = floor();
        for (Bar bar : bars) {
            names.add(bar.name());
            double lower = Math.max(bar.lower(), floor);
            below.addObject()
                    .put("value", lower - floor)
                    .put("key", bar.key())
                    .put("title", bar.name())
                    .put("text", bar.text());
            ObjectNode datum = data.addObject()
                    .put("value", bar.upper() - lower)
                    .put("tone", bar.tone().name().toLowerCase(Locale.ROOT));
            datum.putObject("label").put("formatter", plain(bar.text())).put("brief", plain(bar.brief()));
        }
        return option;
    }

    /** Braces would be read as a pattern. */
    private static String plain(String text) {
        return text.replace('{', '(').replace('}', ')');
    }

    /** What the bars stand on: 0, unless the parts would be too small to be seen. */
    private double floor() {
        double highest = bars.stream().mapToDouble(Bar::upper).max().orElse(0);
        double lowest = bars.stream()
                .mapToDouble(bar -> bar.tone() == Tone.TOTAL ? bar.to() : bar.lower())
                .min()
                .orElse(0);
        if (lowest < 0) {
            return lowest;
        }
        double moved = highest - lowest;
        return moved > 0 && moved < VISIBLE * highest ? lowest - moved * VISIBLE : 0;
    }
}
