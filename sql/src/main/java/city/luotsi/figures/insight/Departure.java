package city.luotsi.figures.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The window in which a course departs most from its own pattern.
 *
 * @param window pieces, the newest included
 * @param z standard errors, by how widely this very course varies when nothing is the matter
 * @param latest the same of the newest piece alone; empty where too little is behind it
 */
record Departure(Course course, int window, Estimate estimate, double z, Optional<Double> latest) {
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
        Optional<Double> latest = Optional.empty();
        for (int window : course.pace().windows()) {
            Optional<Departure> departure = of(course, expectation, window, latest);
            if (window == 1) {
                latest = departure.map(Departure::z);
            }
            departure.ifPresent(departures::add);
        }
        return departures;
    }

    private static Optional<Departure> of(Course course, Expectation expectation, int window, Optional<Double> latest) {
        Optional<Estimate> now = expectation.of(0, window);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        double[] earlier = earlier(course, expectation, window);
        if (earlier.length < FEWEST_EARLIER) {
            return Optional.empty();
        }
        double z = now.get().z() / width(earlier);
        return Optional.of(new Departure(course, window, now.get(), z, latest));
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
