package city.luotsi.figures.insight;

import city.luotsi.figures.insight.Course.Sums;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a course lets expect of a window by its own pattern, and how far the window is from that: by how likely
 * it is that both are the same ({@link Likelihood}), so that few cases never look like much.
 */
sealed interface Expectation {

    /**
     * @param ago which piece is the window's newest
     * @param window pieces
     * @return empty where too little is known, or too few cases are behind it to tell anything
     */
    Optional<Estimate> of(int ago, int window);

    /** @param like the course whose seasons are taken: of a small slice those of the whole service */
    static Expectation of(Course course, Course like) {
        return switch (course.kpi().rollup()) {
            case SUM, PER_RESIDENT -> new OfCount(course, like);
            case RATIO ->
                switch (course.kpi().unit()) {
                    case PERCENT -> new OfShare(course);
                    case COUNT, DAYS, MONEY, RATE -> new OfRate(course);
                };
            case STOCK -> new OfStock(course, like);
            case STOCK_AGE -> new OfAge(course);
            case QUANTILE, DISTINCT ->
                throw new IllegalArgumentException(course.kpi().name() + " has no course of sums");
        };
    }

    /**
     * How much more than usual a season brings, by the same pieces one and two years earlier; drawn towards 1 by {@link #DOUBT}
     * cases, and with the uncertainty of those years.
     *
     * @param factor what the reference is multiplied with
     * @param variance of the factor, relative to it
     */
    record Season(double factor, double variance) {
        private static final double DOUBT = 25;
        private static final Season NONE = new Season(1, 0);

        private static Season of(double seen, double usual, double behind) {
            return behind == 0
                    ? NONE
                    : new Season((seen + DOUBT) / (usual + DOUBT), 1 / (seen + DOUBT) + 1 / (behind + DOUBT));
        }

        /**
         * @return empty where the season isn't known, though the data is old enough to tell it: a July compared with a June
         *     looks like a fall. Months are compared without it: of services so small that some are hidden nothing would be
         *     told for years.
         */
        static Optional<Season> ofSums(Course like, int ago, int window) {
            double seen = 0;
            double usual = 0;
            double behind = 0;
            boolean isOldEnough = false;
            for (int years = 1; years <= 2; years++) {
                int then = ago + years * like.pace().year();
                Optional<Sums> during = like.window(then, window);
                Optional<Sums> before = like.reference(then, window);
                if (during.isPresent() && before.isPresent()) {
                    seen += during.get().amount();
                    usual += before.get().amount()
                            * during.get().weight()
                            / before.get().weight();
                    behind += before.get().amount();
                } else {
                    isOldEnough |= like.length() >= then + window + like.pace().leastReference();
                }
            }
            boolean isUnknown = behind == 0 && isOldEnough && like.pace() == Pace.WEEK;
            return isUnknown ? Optional.empty() : Optional.of(of(seen, usual, behind));
        }

        /**
         * What the season may be, by the levels of the same time one and two years earlier, together and each by itself: what
         * was open when the data began may be missing in the earlier one. A holiday takes a stock down, or up, for a week that
         * isn't the same each year: each of the weeks around it may be the one that is alike.
         */
        static List<Season> ofLevels(Course like, int ago, int window) {
            int one = ago + like.pace().year();
            int two = one + like.pace().year();
            List<Season> seasons = new ArrayList<>(List.of(
                    ofLevels(like, window, 3, one - 1, two - 1),
                    ofLevels(like, window, 3, one - 1),
                    ofLevels(like, window, 3, two - 1)));
            if (like.pace() == Pace.WEEK) {
                for (int around = -1; around <= 1; around++) {
                    seasons.add(ofLevels(like, window, 1, one + around));
                    seasons.add(ofLevels(like, window, 1, two + around));
                }
            }
            seasons.removeIf(NONE::equals);
            return seasons.isEmpty() ? List.of(NONE) : seasons;
        }

        private static Season ofLevels(Course like, int window, int pieces, int... then) {
            double seen = 0;
            double usual = 0;
            for (int ago : then) {
                Optional<Sums> during = like.window(ago, pieces);
                Optional<Sums> before = like.reference(ago + pieces / 2, window);
                if (during.isPresent() && before.isPresent()) {
                    seen += during.get().amount() / pieces;
                    usual += before.get().amount() / before.get().pieces();
                }
            }
            return of(seen, usual, usual);
        }
    }

    /** Events of a window, against the pieces before it, weekdays, holidays and the season. */
    record OfCount(Course course, Course like) implements Expectation {
        private static final double FEWEST = 10;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            Optional<Sums> now = course.window(ago, window);
            Optional<Sums> reference = course.reference(ago, window);
            Optional<Season> season = Season.ofSums(like, ago, window);
            if (now.isEmpty() || reference.isEmpty() || season.isEmpty()) {
                return Optional.empty();
            }
            double observed = now.get().amount();
            double before = reference.get().amount();
            double expected = before
                    * now.get().weight()
                    / reference.get().weight()
                    * season.get().factor();
            if (Math.max(observed, expected) < FEWEST) {
                return Optional.empty();
            }
            double times = expected / Math.max(1, before);
            double doubt = 1 + times;
            double z = Likelihood.ofCounts(observed, Math.max(1, before), times)
                    * Math.sqrt(doubt / (doubt + expected * season.get().variance()));
            return Optional.of(new Estimate(observed, expected, z, observed - expected, expected));
        }
    }

    /** A share of a window, against the pooled share of the pieces before it: never the mean of shares. */
    record OfShare(Course course) implements Expectation {
        private static final double FEWEST = 20;
        private static final double FEWEST_BEFORE = 50;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            Optional<Sums> now = course.window(ago, window);
            Optional<Sums> reference = course.reference(ago, window);
            if (now.isEmpty() || reference.isEmpty()) {
                return Optional.empty();
            }
            double part = now.get().amount();
            double all = now.get().base();
            double partBefore = reference.get().amount();
            double allBefore = reference.get().base();
            // a share that is nought wherever it isn't hidden isn't usually nought: it is hidden where it is small
            boolean isHiddenElsewhere =
                    partBefore == 0 && reference.get().pieces() < course.pace().reference();
            if (all < FEWEST || allBefore < FEWEST_BEFORE || isHiddenElsewhere) {
                return Optional.empty();
            }
            double z = Likelihood.ofShares(part, all, partBefore, allBefore);
            double share = part / all;
            double usual = partBefore / allBefore;
            return Optional.of(new Estimate(share, usual, z, (share - usual) * all, all));
        }
    }

    /** A quantile: told as it is, and compared by how many cases are past what was usual. */
    record OfQuantile(Course course, Histogram histogram) implements Expectation {
        /** Histograms of confidential services are coarse: a bucket of theirs holds five or ten at least. */
        private static final double FEWEST = 50;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            double share = course.kpi().quantile();
            return new OfShare(course)
                    .of(ago, window)
                    .filter(past -> past.cases() >= FEWEST)
                    .map(past -> new Estimate(
                            histogram.quantile(ago, window, share),
                            histogram.quantile(ago + window, course.pace().reference(), share),
                            past.z(),
                            past.beyond(),
                            past.cases()));
        }
    }

    /** Money or the like per transaction: how widely it varies isn't known beforehand, but from the pieces before. */
    record OfRate(Course course) implements Expectation {
        private static final double FEWEST = 20;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            Optional<Sums> now = course.window(ago, window);
            Optional<Sums> reference = course.reference(ago, window);
            if (now.isEmpty() || reference.isEmpty()) {
                return Optional.empty();
            }
            double amount = now.get().amount();
            double base = now.get().base();
            double baseBefore = reference.get().base();
            if (base < FEWEST || baseBefore < FEWEST) {
                return Optional.empty();
            }
            double usual = reference.get().amount() / baseBefore;
            double perCase = squares(ago + window, usual) / (reference.get().pieces() - 1);
            if (!(perCase > 0)) {
                return Optional.empty();
            }
            double rate = amount / base;
            double z = (rate - usual) / Math.sqrt(perCase * (1 / base + 1 / baseBefore));
            return Optional.of(new Estimate(rate, usual, z, usual == 0 ? 0 : base * (rate - usual) / usual, base));
        }

        private double squares(int from, double usual) {
            double squares = 0;
            for (int ago = from; ago < from + course.pace().reference(); ago++) {
                if (course.isKnown(ago)) {
                    double off = course.amount()[ago] - usual * course.base()[ago];
                    squares += off * off / Math.max(1, course.base()[ago]);
                }
            }
            return squares;
        }
    }

    /** What is in stock now, against its level before the window and the season that explains most of it. */
    record OfStock(Course course, Course like) implements Expectation {
        private static final double FEWEST = 20;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            Optional<Sums> now = course.window(ago, 1);
            Optional<Sums> reference = course.reference(ago, window);
            if (now.isEmpty() || reference.isEmpty()) {
                return Optional.empty();
            }
            double level = now.get().amount();
            double before = reference.get().amount() / reference.get().pieces();
            return Season.ofLevels(like, ago, window).stream()
                    .map(season -> estimate(level, Math.max(0, before * season.factor()), season.variance()))
                    .min(Comparator.comparingDouble(estimate -> Math.abs(estimate.z())))
                    .filter(estimate -> level >= 0 && Math.max(level, estimate.expected()) >= FEWEST);
        }

        private static Estimate estimate(double level, double expected, double variance) {
            double z = 2 * (Math.sqrt(level) - Math.sqrt(expected)) / Math.sqrt(1 + expected * variance);
            return new Estimate(level, expected, z, level - expected, expected);
        }
    }

    /** The mean age of what is in stock now, against that before the window. */
    record OfAge(Course course) implements Expectation {
        private static final double FEWEST = 20;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            Optional<Sums> newest = course.window(ago, 1);
            Optional<Sums> reference = course.reference(ago, window);
            if (newest.isEmpty() || reference.isEmpty()) {
                return Optional.empty();
            }
            int pieces = reference.get().pieces();
            double ages = reference.get().amount();
            double stock = reference.get().base();
            double now = newest.get().base();
            if (now < FEWEST || stock < FEWEST * pieces || ages <= 0) {
                return Optional.empty();
            }
            double age = newest.get().amount() / now;
            double usual = ages / stock;
            if (!(age > 0)) {
                return Optional.empty();
            }
            double z = Math.log(age / usual) / Math.sqrt(1 / now + pieces / stock);
            return Optional.of(new Estimate(age, usual, z, now * (age - usual) / Math.max(age, usual), now));
        }
    }
}
