package city.luotsi.dashboard.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Up to five shades of one colour from the lowest to the highest value: told apart by lightness alone, so by everyone and in print.
 * Their steps are of the same size; where most values would lie in one of them, beside one that is far larger than all others,
 * each step holds as many different values instead.
 *
 * @param breaks where the next darker shade begins, ascending
 */
public record Shades(double lowest, List<Double> breaks, double highest) {
    private static final int STEPS = 5;
    private static final int MIDDLE = 3;

    /** More of all values than this in one step, and the others can't be told apart. */
    private static final double MOST_IN_A_STEP = 0.6;

    public Shades {
        breaks = List.copyOf(breaks);
    }

    /** One step: what lies in it, its lower end included. */
    public record Step(int number, double from, double to) {}

    public static Shades of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return new Shades(0, List.of(), 0);
        }
        double lowest = sorted[0];
        double highest = sorted[sorted.length - 1];
        List<Double> sameSize = IntStream.range(1, STEPS)
                .mapToObj(step -> lowest + (highest - lowest) * step / STEPS)
                .toList();
        Shades even = new Shades(lowest, lowest < highest ? sameSize : List.of(), highest);
        return even.isCrowded(sorted)
                ? new Shades(
                        lowest, sameCount(DoubleStream.of(sorted).distinct().toArray()), highest)
                : even;
    }

    private boolean isCrowded(double[] values) {
        return IntStream.rangeClosed(1, STEPS)
                .mapToLong(step -> DoubleStream.of(values)
                        .filter(value -> step(value) == step)
                        .count())
                .anyMatch(count -> count > MOST_IN_A_STEP * values.length);
    }

    /** @param different ascending */
    private static List<Double> sameCount(double[] different) {
        return IntStream.range(1, STEPS)
                .map(step -> different.length * step / STEPS)
                .distinct()
                .filter(first -> first > 0)
                .mapToObj(first -> different[first])
                .toList();
    }

    /** From 1, the lightest, to 5, the darkest, however many steps there are. */
    int step(double value) {
        if (breaks.isEmpty()) {
            return MIDDLE;
        }
        long passed = breaks.stream().filter(next -> next <= value).count();
        return 1 + Math.toIntExact(Math.round((double) passed * (STEPS - 1) / breaks.size()));
    }

    String style(double value) {
        return "shade-" + step(value);
    }

    /** For the legend; one if all values are the same. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        double from = lowest;
        for (double next : breaks) {
            steps.add(new Step(step(from), from, next));
            from = next;
        }
        steps.add(new Step(step(from), from, highest));
        return steps;
    }
}
