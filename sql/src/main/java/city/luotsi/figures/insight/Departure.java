package city.luotsi.figures.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A window of a course beside what its pattern lets expect.
 *
 * @param window pieces, the newest included
 * @param width how widely this very course varies when nothing is the matter: 1 if by chance alone
 */
record Departure(Course course, int window, Estimate estimate, double width) {
    /** So often the course must have been looked at in earlier times before its width is known. */
    private static final int FEWEST_EARLIER = 6;

    private static final double MEDIAN_DEVIATION = 0.6745;
    private static final double NINTH_TENTH = 1.645;

    /** What is known of a KPI's other courses counts as much as so many windows of a course's own. */
    private static final double DOUBT = 10;

    /** Standard errors, by how widely the course varies. */
    double z() {
        return estimate.z() / width;
    }

    boolean isUp() {
        return estimate.z() > 0;
    }

    /** Of how many days it is made: of a stock, which is counted at the end of a day, of one. */
    int days() {
        if (course.kpi().rollup().isStock()) {
            return 1;
        }
        return (int) (course.newest().toEpochDay()
                - course.pace().end(course.newest(), window).toEpochDay());
    }

    /** All comparisons that could be made of a course: one per window. */
    static List<Departure> all(Course course, Expectation expectation) {
        List<Departure> departures = new ArrayList<>();
        for (int window : course.pace().windows()) {
            Optional<Estimate> now = expectation.of(0, window);
            if (now.isPresent()) {
                double[] earlier = earlier(course, expectation, window);
                if (earlier.length >= FEWEST_EARLIER) {
                    departures.add(new Departure(course, window, now.get(), width(earlier)));
                }
            }
        }
        return departures;
    }

    /** A width that was learnt of few windows is drawn towards what is typical of the KPI, if that is wider. */
    Departure drawnTo(double typical) {
        double windows = (double) course.pace().year() / window;
        double drawn = Math.sqrt((windows * width * width + DOUBT * typical * typical) / (windows + DOUBT));
        return new Departure(course, window, estimate, Math.max(width, drawn));
    }

    /** Whether the newest piece has come back more than half of the way. */
    boolean isFading() {
        double off = 0;
        for (int ago = 0; ago < window; ago++) {
            off += off(ago);
        }
        double newest = off(0);
        return window > 1 && (isUp() ? newest < off / window / 2 : newest > off / window / 2);
    }

    /**
     * How many pieces it has lasted. Of what came or ended that is the window in which it shows most. A stock is only compared
     * as it is now: there it has lasted for as many of the newest pieces, of those that are looked at, as were all more than
     * half as far off.
     */
    int lasted() {
        if (!course.kpi().rollup().isStock()) {
            return window;
        }
        double half = off(0) / 2;
        int most = Math.min(Collections.max(course.pace().windows()), course.length());
        int pieces = 1;
        while (pieces < most && (isUp() ? off(pieces) > half : off(pieces) < half)) {
            pieces++;
        }
        return pieces;
    }

    private double off(int ago) {
        return course.level(ago) - usual();
    }

    /** What is expected of a piece, as {@link Course#level} tells it. */
    private double usual() {
        return switch (course.kpi().rollup()) {
            case SUM, PER_RESIDENT ->
                estimate.expected()
                        / course.window(0, window).map(Course.Sums::weight).orElse(Double.NaN);
            case RATIO, STOCK, STOCK_AGE -> estimate.expected();
            case QUANTILE ->
                course.reference(0, window)
                        .map(before -> before.amount() / before.base())
                        .orElse(Double.NaN);
            case DISTINCT -> throw new IllegalStateException(course.kpi().name() + " isn't made of sums");
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
        double most = off[(int) Math.ceil(0.9 * off.length) - 1];
        return Math.max(1, Math.max(median / MEDIAN_DEVIATION, most / NINTH_TENTH));
    }
}
