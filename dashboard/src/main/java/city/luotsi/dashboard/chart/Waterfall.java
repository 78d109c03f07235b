package city.luotsi.dashboard.chart;

import java.util.List;

/** From one figure to another, part by part: each step begins where the one above it ends. */
public record Waterfall(List<Step> steps) {
    /** Parts that take less than this of the longest bar couldn't be seen beside it. */
    private static final double VISIBLE = 0.25;

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /**
     * @param key what a click on it tells
     * @param from where it begins, in the unit of the figure; a total begins at 0
     * @param text beside it
     * @param href where it leads; "": nowhere
     */
    public record Step(String key, String name, double from, double to, String text, Bars.Tone tone, String href) {
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

    public List<Bars.Bar> bars() {
        double floor = floor();
        double height = Math.max(highest(), 0) - floor;
        return steps.stream()
                .map(step -> new Bars.Bar(
                        step.key(),
                        step.name(),
                        height > 0 ? (Math.max(step.lower(), floor) - floor) / height : 0,
                        height > 0 ? (step.upper() - floor) / height : 0,
                        step.text(),
                        step.text(),
                        step.tone(),
                        step.href()))
                .toList();
    }

    /** What the bars stand on: 0, unless the parts would be too small to be seen. */
    private double floor() {
        double lowest = steps.stream()
                .mapToDouble(step -> step.tone() == Bars.Tone.TOTAL ? step.to() : step.lower())
                .min()
                .orElse(0);
        if (lowest < 0) {
            return lowest;
        }
        double moved = highest() - lowest;
        return moved > 0 && moved < VISIBLE * highest() ? lowest - moved * VISIBLE : 0;
    }

    private double highest() {
        return steps.stream().mapToDouble(Step::upper).max().orElse(0);
    }
}
