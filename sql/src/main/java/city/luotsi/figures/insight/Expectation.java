package city.luotsi.figures.insight;

import java.util.Optional;

/**
 * What a course lets expect of a window by its own pattern, and how far the window is from that. Counts are compared on
 * scales on which chance has the same width everywhere (square root, arc sine), so that few cases never look like much.
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

        static Season ofSums(Course like, int ago, int window, int reference) {
            double seen = 0;
            double usual = 0;
            double behind = 0;
            for (int years = 1; years <= 2; years++) {
                int then = ago + years * like.pace().year();
                double during = Course.sum(like.amount(), then, window);
                double before = Course.sum(like.amount(), then + window, reference);
                if (!Double.isNaN(during) && !Double.isNaN(before)) {
                    seen += during;
                    usual += before
                            * Course.sum(like.weight(), then, window)
                            / Course.sum(like.weight(), then + window, reference);
                    behind += before;
                }
            }
            return of(seen, usual, behind);
        }

        static Season ofLevels(Course like, int ago, int window, int reference) {
            double seen = 0;
            double usual = 0;
            for (int years = 1; years <= 2; years++) {
                int then = ago + years * like.pace().year();
                double during = Course.sum(like.amount(), then - 1, 3);
                double before = Course.sum(like.amount(), then + window, reference);
                if (!Double.isNaN(during) && !Double.isNaN(before)) {
                    seen += during / 3;
                    usual += before / reference;
                }
            }
            return of(seen, usual, usual);
        }
    }

    /** Events of a window, against the pieces before it, weekdays, holidays and the season. */
    record OfCount(Course course, Course like) implements Expectation {
        private static final double FEWEST = 10;
        /** What makes the square root of a Poisson count nearly normal (Anscombe 1948). */
        private static final double ANSCOMBE = 0.375;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            int reference = course.reference(ago, window);
            double observed = Course.sum(course.amount(), ago, window);
            double before = Course.sum(course.amount(), ago + window, reference);
            if (reference == 0 || Double.isNaN(observed) || Double.isNaN(before)) {
                return Optional.empty();
            }
            Season season = Season.ofSums(like, ago, window, reference);
            double expected = before
                    * Course.sum(course.weight(), ago, window)
                    / Course.sum(course.weight(), ago + window, reference)
                    * season.factor();
            if (Math.max(observed, expected) < FEWEST) {
                return Optional.empty();
            }
            double doubt = expected * (1 / Math.max(1, before) + season.variance());
            double z = 2 * (Math.sqrt(observed + ANSCOMBE) - Math.sqrt(expected + ANSCOMBE)) / Math.sqrt(1 + doubt);
            return Optional.of(new Estimate(observed, expected, z, observed - expected, expected));
        }
    }

    /** A share of a window, against the pooled share of the pieces before it: never the mean of shares. */
    record OfShare(Course course) implements Expectation {
        private static final double FEWEST = 20;
        private static final double FEWEST_BEFORE = 50;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            int reference = course.reference(ago, window);
            double part = Course.sum(course.amount(), ago, window);
            double all = Course.sum(course.base(), ago, window);
            double partBefore = Course.sum(course.amount(), ago + window, reference);
            double allBefore = Course.sum(course.base(), ago + window, reference);
            if (reference == 0
                    || !(all >= FEWEST)
                    || !(allBefore >= FEWEST_BEFORE)
                    || Double.isNaN(part + partBefore)) {
                return Optional.empty();
            }
            double z = 2 * (angle(part, all) - angle(partBefore, allBefore)) / Math.sqrt(1 / all + 1 / allBefore);
            double share = part / all;
            double usual = partBefore / allBefore;
            return Optional.of(new Estimate(share, usual, z, (share - usual) * all, all));
        }

        /** On which chance has a width of 1/2 per root of all, whatever the share (Freeman and Tukey 1950). */
        private static double angle(double part, double all) {
            return Math.asin(Math.sqrt(Math.clamp((part + 0.375) / (all + 0.75), 0, 1)));
        }
    }

    /** Money or the like per transaction: how widely it varies isn't known beforehand, but from the pieces before. */
    record OfRate(Course course) implements Expectation {
        private static final double FEWEST = 20;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            int reference = course.reference(ago, window);
            double amount = Course.sum(course.amount(), ago, window);
            double base = Course.sum(course.base(), ago, window);
            double amountBefore = Course.sum(course.amount(), ago + window, reference);
            double baseBefore = Course.sum(course.base(), ago + window, reference);
            if (reference == 0 || !(base >= FEWEST) || !(baseBefore >= FEWEST) || Double.isNaN(amount + amountBefore)) {
                return Optional.empty();
            }
            double usual = amountBefore / baseBefore;
            double squares = 0;
            for (int i = ago + window; i < ago + window + reference; i++) {
                double off = course.amount()[i] - usual * course.base()[i];
                squares += off * off / Math.max(1, course.base()[i]);
            }
            double perCase = squares / (reference - 1);
            if (!(perCase > 0)) {
                return Optional.empty();
            }
            double rate = amount / base;
            double z = (rate - usual) / Math.sqrt(perCase * (1 / base + 1 / baseBefore));
            return Optional.of(new Estimate(rate, usual, z, usual == 0 ? 0 : base * (rate - usual) / usual, base));
        }
    }

    /** What is in stock now, against its level before the window and the season. */
    record OfStock(Course course, Course like) implements Expectation {
        private static final double FEWEST = 20;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            int reference = course.reference(ago, window);
            double before = Course.sum(course.amount(), ago + window, reference);
            if (reference == 0 || Double.isNaN(course.amount()[ago]) || Double.isNaN(before)) {
                return Optional.empty();
            }
            Season season = Season.ofLevels(like, ago, window, reference);
            double level = course.amount()[ago];
            double expected = Math.max(0, before / reference * season.factor());
            if (Math.max(level, expected) < FEWEST || level < 0) {
                return Optional.empty();
            }
            double z = 2 * (Math.sqrt(level) - Math.sqrt(expected)) / Math.sqrt(1 + expected * season.variance());
            return Optional.of(new Estimate(level, expected, z, level - expected, expected));
        }
    }

    /** The mean age of what is in stock now, against that before the window. */
    record OfAge(Course course) implements Expectation {
        private static final double FEWEST = 20;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            int reference = course.reference(ago, window);
            if (reference == 0) {
                return Optional.empty();
            }
            double ages = Course.sum(course.amount(), ago + window, reference);
            double stock = Course.sum(course.base(), ago + window, reference);
            double now = course.base()[ago];
            if (!(now >= FEWEST) || !(stock >= FEWEST * reference) || !(ages > 0)) {
                return Optional.empty();
            }
            double age = course.amount()[ago] / now;
            double usual = ages / stock;
            if (!(age > 0)) {
                return Optional.empty();
            }
            double z = Math.log(age / usual) / Math.sqrt(1 / now + reference / stock);
            return Optional.of(new Estimate(age, usual, z, now * (age - usual) / Math.max(age, usual), now));
        }
    }
}
