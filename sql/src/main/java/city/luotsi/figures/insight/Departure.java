package city.luotsi.figures.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A window of a course beside what its pattern lets expect.
 *
 * @param window pieces, the newest included
 * @param z standard errors, by how widely this very course varies when nothing is the matter
 */
record Departure(Course course, int window, Estimate estimate, double z) {
    /** So often the course must have been looked at in earlier times before its width is known. */
    private static final int FEWEST_EARLIER = 6;

    private static final double MEDIAN_DEVIATION = 0.6745;
    private static final double NINTH_TENTH = 1.645;

    boolean isUp() {
        return z > 0;
    }

    /** All comparisons that could be made of a course: one per window. */
    static List<Departure> all(Course course, Expectation expectation) {
        List<Departure> departures = new ArrayList<>();
        for (int window : course.pace().windows()) {
            Optional<Estimate> now = expectation.of(0, window);
            if (now.isPresent()) {
                double[] earlier = earlier(course, expectation, window);
                if (earlier.length >= FEWEST_EARLIER) {
                    departures.add(
                            new Departure(course, window, now.get(), now.get().z() / width(earlier)));
                }
            }
        }
        return departures;
    }

    /** Whether the newest piece has come back more than half of the way. */
    boolean isFading() {
        double off = 0;
        for (int ago = 0; ago < window; ago++) {
            off += course.level(ago) - usual();
        }
        double newest = course.level(0) - usual();
        return window > 1 && (isUp() ? newest < off / window / 2 : newest > off / window / 2);
    }

    /** What is expected of a piece, as {@link Course#level} tells it. */
    private double usual() {
        return switch (course.kpi().rollup()) {
            case SUM, PER_RESIDENT -> estimate.expected() / Course.sum(course.weight(), 0, window);
            case RATIO, STOCK, STOCK_AGE -> estimate.expected();
            case QUANTILE, DISTINCT ->
                throw new IllegalStateException(course.kpi().name() + " isn't made of sums");
        };
    }

    /** How far off the same comparison was in the year before, piece by piece, without the window itself. */
    private static double[] earlier(Course course, Expectation expectation, int window) {
        double[] off = new double[course.pace().year()];
        int known = 0;
        for (int ago = window; ago < window + off.length; ago++) {
            Optional<Estimate> then = expectation.of(ago, window);
            if (then.isPresent()) {
                off[known++] = Math.abs(then.get().z());
            }
        }
        return Arrays.copyOf(off, known);
    }

    /**
     * The standard deviation of what was off, at least 1: chance alone. By the median, and by what nine of ten stayed within,
     * whichever is wider, so that a course with a few wild weeks counts as wild, and one old incident doesn't hide a new one.
     */
    private static double width(double[] off) {
        Arrays.sort(off);
        double median = off[off.length / 2];
        double most = off[(int) Math.min(off.length - 1, Math.ceil(0.9 * off.length))];
        return Math.max(1, Math.max(median / MEDIAN_DEVIATION, most / NINTH_TENTH));
    }
}
