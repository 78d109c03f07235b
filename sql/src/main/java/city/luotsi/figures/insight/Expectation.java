package city.luotsi.figures.insight;

import city.luotsi.figures.insight.Course.Sums;
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

    /** What may be expected of it: which of them it keeps to is for its past to say. */
    static List<Expectation> all(Course course) {
        return all(course, course);
    }

    /**
     * Likewise of a part of a service, which has the service's seasons. By months what all of the service does is no matter of
     * one part: what is open at the end of a Sunday, or after a holiday, say.
     */
    static List<Expectation> ofPart(Course course, Course service) {
        List<Expectation> alone = all(course, service);
        if (course.pace() == Pace.WEEK) {
            return alone;
        }
        Expectation rest = of(course, Optional.of(new Elsewhere.Rest(service.without(course))));
        return alone.stream().<Expectation>map(own -> new Nearest(own, rest)).toList();
    }

    /** By its past, or by its seasons; those of a week of shares or ages found nothing more, and raised false alarms. */
    private static List<Expectation> all(Course course, Course like) {
        Expectation past = of(course, Optional.empty());
        boolean isCounted = switch (course.kpi().rollup()) {
            case SUM, PER_RESIDENT, STOCK -> true;
            case RATIO, STOCK_AGE, QUANTILE, DISTINCT -> false;
        };
        return course.pace() == Pace.MONTH || isCounted
                ? List.of(past, of(course, Optional.of(new Elsewhere.EarlierYears(like))))
                : List.of(past);
    }

    private static Expectation of(Course course, Optional<Elsewhere> elsewhere) {
        return switch (course.kpi().rollup()) {
            case SUM, PER_RESIDENT -> new OfCount(course, elsewhere);
            case RATIO ->
                switch (course.kpi().unit()) {
                    case PERCENT -> new OfShare(course, elsewhere);
                    case COUNT, DAYS, MONEY, RATE -> new OfRate(course);
                };
            case STOCK -> new OfStock(course, elsewhere);
            case STOCK_AGE -> new OfAge(course, elsewhere);
            case QUANTILE, DISTINCT ->
                throw new IllegalArgumentException(course.kpi().name() + " has no course of sums");
        };
    }

    /** @param histogram of the values, of which the course counts those past the usual quantile */
    static List<Expectation> all(Course course, Histogram histogram) {
        return List.of(
                new OfQuantile(course, histogram, Optional.empty()),
                new OfQuantile(course, histogram, Optional.of(new Elsewhere.EarlierYears(course))));
    }

    /** What is expected, or what another lets expect where that explains more of what is seen. */
    record Nearest(Expectation own, Expectation other) implements Expectation {
        @Override
        public Optional<Estimate> of(int ago, int window) {
            return own.of(ago, window)
                    .map(estimate -> other.of(ago, window)
                            .filter(nearer -> Math.abs(nearer.z()) < Math.abs(estimate.z()))
                            .orElse(estimate));
        }
    }

    /** Events of a window, against the pieces before it, weekdays and holidays, and what was seen elsewhere. */
    record OfCount(Course course, Optional<Elsewhere> elsewhere) implements Expectation {
        private static final double FEWEST = 10;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            Optional<Sums> now = course.window(ago, window);
            Optional<Sums> reference = course.reference(ago, window);
            Optional<Season> season = season(ago, window);
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
            double more = doubt + expected * season.get().variance();
            double z = Likelihood.ofCounts(observed, Math.max(1, before), times) * Math.sqrt(doubt / more);
            double error = Math.sqrt(more * Math.max(1, expected));
            return Optional.of(new Estimate(observed, expected, z, observed - expected, expected, error));
        }

        private Optional<Season> season(int ago, int window) {
            if (elsewhere.isPresent()) {
                return elsewhere.get().at(ago, window, window).map(Season::ofSums);
            }
            return course.isComparedWithoutSeason(ago, window) ? Optional.of(Season.NONE) : Optional.empty();
        }
    }

    /** A share of a window, against the pooled share of the pieces before it: never the mean of shares. */
    record OfShare(Course course, Optional<Elsewhere> elsewhere) implements Expectation {
        private static final double FEWEST = 20;
        private static final double FEWEST_BEFORE = 50;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            Optional<Sums> now = course.window(ago, window);
            Optional<Sums> reference = course.reference(ago, window);
            Optional<Season> season = elsewhere.isEmpty()
                    ? Optional.of(Season.NONE)
                    : elsewhere.get().at(ago, window, window).map(Season::ofShares);
            if (now.isEmpty() || reference.isEmpty() || season.isEmpty()) {
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
            double usual = shifted(partBefore / allBefore, season.get().factor());
            double spread = usual * (1 - usual);
            double doubt = 1 / all + 1 / allBefore;
            double more = doubt + spread * season.get().variance();
            double z = Likelihood.ofShares(part, all, allBefore * usual, allBefore) * Math.sqrt(doubt / more);
            double share = part / all;
            return Optional.of(new Estimate(share, usual, z, (share - usual) * all, all, Math.sqrt(spread * more)));
        }

        /** A share whose odds are so many times as high. */
        private static double shifted(double share, double times) {
            return share * times / (1 - share + share * times);
        }
    }

    /** A quantile: told as it is, and compared by how many cases are past what was usual. */
    record OfQuantile(Course course, Histogram histogram, Optional<Elsewhere> elsewhere) implements Expectation {
        /** Histograms of confidential services are coarse: a bucket of theirs holds five or ten at least. */
        private static final double FEWEST = 50;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            double share = course.kpi().quantile();
            return new OfShare(course, elsewhere)
                    .of(ago, window)
                    .filter(past -> past.cases() >= FEWEST)
                    .map(past -> new Estimate(
                            histogram.quantile(ago, window, share),
                            expected(ago, window, past.expected()),
                            past.z(),
                            past.beyond(),
                            past.cases(),
                            past.error()));
        }

        /**
         * The usual quantile, all values longer by the same factor where the season lets expect more past the usual one.
         *
         * @param past share of the cases that is expected there
         */
        private double expected(int ago, int window, double past) {
            int from = ago + window;
            int pieces = course.pace().reference();
            double quantile = histogram.quantile(from, pieces, course.kpi().quantile());
            double usuallyPast = course.reference(ago, window)
                    .map(usual -> usual.amount() / usual.base())
                    .orElse(past);
            double longer =
                    histogram.quantile(from, pieces, 1 - usuallyPast) / histogram.quantile(from, pieces, 1 - past);
            return longer > 0 && Double.isFinite(longer) ? quantile * longer : quantile;
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
            double error = Math.sqrt(perCase * (1 / base + 1 / baseBefore));
            double beyond = usual == 0 ? 0 : base * (rate - usual) / usual;
            return Optional.of(new Estimate(rate, usual, (rate - usual) / error, beyond, base, error));
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

    /**
     * What is in stock now, against its level before the window, and the season that explains most of it or what was seen in the
     * rest of the service: at the end of a Sunday, or after a holiday, more is open everywhere, or less.
     */
    record OfStock(Course course, Optional<Elsewhere> elsewhere) implements Expectation {
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
            return seasons(ago, window).stream()
                    .map(season -> estimate(level, Math.max(0, before * season.factor()), season.variance()))
                    .min(Comparator.comparingDouble(estimate -> Math.abs(estimate.z())))
                    .filter(estimate -> level >= 0 && Math.max(level, estimate.expected()) >= FEWEST);
        }

        private List<Season> seasons(int ago, int window) {
            return elsewhere
                    .map(where -> switch (where) {
                        case Elsewhere.EarlierYears years -> Season.ofLevels(years.like(), ago, window);
                        case Elsewhere.Rest rest ->
                            rest.at(ago, 1, window).map(Season::ofLevel).stream()
                                    .toList();
                    })
                    .orElseGet(() -> course.isComparedWithoutSeason(ago, window) ? List.of(Season.NONE) : List.of());
        }

        private static Estimate estimate(double level, double expected, double variance) {
            double doubt = 1 + expected * variance;
            double z = 2 * (Math.sqrt(level) - Math.sqrt(expected)) / Math.sqrt(doubt);
            double error = Math.sqrt(doubt * Math.max(1, expected));
            return new Estimate(level, expected, z, level - expected, expected, error);
        }
    }

    /** The mean age of what is in stock now, against that before the window, and what was seen elsewhere. */
    record OfAge(Course course, Optional<Elsewhere> elsewhere) implements Expectation {
        private static final double FEWEST = 20;

        @Override
        public Optional<Estimate> of(int ago, int window) {
            Optional<Sums> newest = course.window(ago, 1);
            Optional<Sums> reference = course.reference(ago, window);
            Optional<Season> season = elsewhere.isEmpty()
                    ? Optional.of(Season.NONE)
                    : elsewhere.get().at(ago, 1, window).filter(OfAge::isOfAny).map(Season::ofAges);
            if (newest.isEmpty() || reference.isEmpty() || season.isEmpty()) {
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
            double usual = ages / stock * season.get().factor();
            if (!(age > 0)) {
                return Optional.empty();
            }
            double error = Math.sqrt(1 / now + pieces / stock + season.get().variance());
            double beyond = now * (age - usual) / Math.max(age, usual);
            return Optional.of(new Estimate(age, usual, Math.log(age / usual) / error, beyond, now, usual * error));
        }

        private static boolean isOfAny(Elsewhere.Seen seen) {
            return seen.before().amount() > 0 && seen.during().amount() > 0;
        }
    }
}
