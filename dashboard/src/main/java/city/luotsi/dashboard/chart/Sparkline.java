package city.luotsi.dashboard.chart;

import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A word-sized line without axes: the shape of the last months. It needs no script, so a tile shows it at once. */
public final class Sparkline extends Span {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 48;
    private static final double MARGIN = 5;

    /** @param sentence what it shows, for those who don't see it */
    public Sparkline(List<OptionalDouble> values, String sentence) {
        addClassName("sparkline");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", sentence);
        getElement().setProperty("innerHTML", svg(values));
    }

    /** Lines between known neighbours, a gap where a month isn't known, a dot at the last one. */
    static String svg(List<OptionalDouble> values) {
        double lowest =
                values.stream().flatMapToDouble(OptionalDouble::stream).min().orElse(0);
        double highest =
                values.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(0);
        StringBuilder path = new StringBuilder();
        String dot = "";
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            OptionalDouble value = values.get(i);
            if (value.isEmpty()) {
                drawing = false;
                continue;
            }
            String at = "%s %s"
                    .formatted(coordinate(x(i, values.size())), coordinate(y(value.getAsDouble(), lowest, highest)));
            path.append(drawing ? " L" : " M").append(at);
            drawing = true;
            dot = "<path class=\"dot\" d=\"M%s h0\"/>".formatted(at);
        }
        return "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path class=\"line\" d=\"%s\"/>%s</svg>"
                .formatted((int) WIDTH, (int) HEIGHT, path.toString().strip(), dot);
    }

    private static double x(int index, int count) {
        return count < 2 ? WIDTH - MARGIN : MARGIN + index * (WIDTH - 2 * MARGIN) / (count - 1);
    }

    private static double y(double value, double lowest, double highest) {
        double part = highest > lowest ? (value - lowest) / (highest - lowest) : 0.5;
        return HEIGHT - MARGIN - part * (HEIGHT - 2 * MARGIN);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
