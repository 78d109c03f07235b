package city.luotsi.dashboard.chart;

import java.util.OptionalDouble;

/**
 * What a map says of one place, however it is drawn.
 *
 * @param key what a click on it tells
 * @param exact on hover: the figure with what stands behind it
 * @param value for its shade; empty: none, and {@code text} says why
 * @param href where it leads
 */
public record Marked(String key, String name, String text, String exact, OptionalDouble value, String href) {
    String style(Shades shades) {
        return value.isPresent() ? shades.style(value.getAsDouble()) : "shade-none";
    }
}
