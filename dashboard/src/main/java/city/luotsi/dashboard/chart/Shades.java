package city.luotsi.dashboard.chart;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Five shades of one colour from the lowest to the highest value, in steps of the same size: told apart by lightness alone, so by
 * everyone and in print.
 */
public record Shades(double lowest, double highest) {
    private static final int STEPS = 5;

    /** One step: what lies in it, its lower end included. */
    public record Step(int number, double from, double to) {}

    public static Shades of(Collection<Double> values) {
        return new Shades(
                values.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                values.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    /** From 1, the lightest, to 5. */
    int step(double value) {
        double part = highest > lowest ? (value - lowest) / (highest - lowest) : 0.5;
        return Math.clamp((int) Math.floor(part * STEPS) + 1, 1, STEPS);
    }

    String style(double value) {
        return "shade-" + step(value);
    }

    /** For the legend; one if all values are the same. */
    public List<Step> steps() {
        if (highest <= lowest) {
            return List.of(new Step(step(lowest), lowest, highest));
        }
        double size = (highest - lowest) / STEPS;
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(number -> new Step(number, lowest + (number - 1) * size, lowest + number * size))
                .toList();
    }
}
