package city.luotsi.figures.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A window of a course beside what its pattern lets expect.
 *
 * @param window pieces, the newest included
 * @param width how widely this very course varies when nothing is the matter: 1 if by chance alone
 */
record Departure(Course course, int window, Estimate estimate, double width) {
    /** So often the course must have been looked at in earlier times before its width is known. */
    private static final int FEWEST_EARLIER = 6;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

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

    /** All comparisons that could be made of a course: one per window, by the expectation that its past kept to best. */
    static List<Departure> all(Course course, List<Expectation> expectations) {
        List<Departure> departures = new ArrayList<>();
        for (int window : course.pace().windows()) {
            expectations.stream()
                    .flatMap(expectation -> Candidate.of(course, expectation, window).stream())
                    .min(Comparator.comparingDouble(Candidate::error))
                    .ifPresent(best -> departures.add(new Departure(course, window, best.now, best.width())));
        }
        return departures;
    }

    /** A window by one expectation, and how far off that was before. */
    private static final class Candidate {
        private final Estimate now;

        /** Standard errors, of the same window of each piece in the year before, in ascending order. */
        private final double[] off;

        private Candidate(Estimate now, double... off) {
            this.now = now;
            this.off = off;
        }

        static Optional<Candidate> of(Course course, Expectation expectation, int window) {
            return expectation
                    .of(0, window)
                    .map(now -> new Candidate(now, earlier(course, expectation, window)))
                    .filter(looked -> looked.off.length >= FEWEST_EARLIER);
        }

        private static double[] earlier(Course course, Expectation expectation, int window) {
            return IntStream.range(window, window + course.pace().year())
                    .mapToObj(ago -> expectation.of(ago, window))
                    .flatMap(Optional::stream)
                    .mapToDouble(then -> Math.abs(then.z()))
                    .sorted()
                    .toArray();
        }

        /** How far from what is expected it usually is: the one month of a year that was far off counts. */
        double error() {
            double squares = Arrays.stream(off).map(z -> z * z).average().orElse(1);
            return now.error() * Math.sqrt(Math.max(1, squares));
        }

        /**
         * The standard deviation of what was off, at least 1: chance alone. By the median, and by what nine of ten stayed within,
         * whichever is wider, so that a course with a few wild weeks counts as wild, and one old incident doesn't hide a new one.
         */
        double width() {
            // the most but one of few: the window itself may be the end of one
            int ninth = (int) Math.min(Math.ceil(0.9 * off.length), off.length - 1.0);
            return Math.max(1, Math.max(deviation(off.length / 2 + 1), deviation(ninth)));
        }

        /** By one of what was off, in order: how far off that is where the standard deviation is 1 (Blom 1958). */
        private double deviation(int order) {
            double share = (order - 0.375) / (off.length + 0.25);
            return off[order - 1] / NORMAL.inverseCumulativeProbability(0.5 + share / 2);
        }
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
}
