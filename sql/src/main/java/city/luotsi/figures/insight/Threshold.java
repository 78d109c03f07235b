package city.luotsi.figures.insight;

import city.luotsi.figures.catalogue.Better;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * From when on a departure is told. As many comparisons are made as there are, and again with each look; so that at most one
 * a month is told by mere chance, each may be wrong once in that many (Bonferroni; slices that overlap make it safer), as it is
 * allotted to what is looked at ({@link Kind}).
 *
 * @param comparisons made of one publication
 * @param z standard errors from which on one is told
 */
record Threshold(Map<Kind, Long> comparisons, Map<Kind, Double> z) {
    private static final double FARTHEST = 10;

    /** What is too small to matter, however sure: a fifth of a count, a quarter of an age, four points of a share. */
    private static final double COUNT = 0.2;

    private static final double AGE = 0.25;
    private static final double POINTS = 0.04;
    private static final double RATE = 0.15;
    private static final double FEWEST_BEYOND = 10;

    /** A tenth of a quantile's target, two points of a share's. */
    private static final double PAST_TARGET = 0.1;

    private static final double POINTS_PAST_TARGET = 0.02;

    /** What is looked at, and how much of the one false alarm a month may be its own. */
    enum Kind {
        /** Looked at each day. */
        WEEK(0.75),
        /** News once: what this month doesn't tell waits for the next one. */
        MONTH(0.2),
        /** Of figures of which neither more nor less is better, the most of all: such news can wait. */
        MONTH_OF_NEITHER(0.05);

        private final double alarmsAMonth;

        Kind(double alarmsAMonth) {
            this.alarmsAMonth = alarmsAMonth;
        }

        private static Kind of(Departure departure) {
            return of(departure.course().kpi(), departure.course().pace());
        }

        static Kind of(Kpi kpi, Pace pace) {
            return switch (pace) {
                case WEEK -> WEEK;
                case MONTH -> kpi.better() == Better.NEITHER ? MONTH_OF_NEITHER : MONTH;
            };
        }

        private Pace pace() {
            return this == WEEK ? Pace.WEEK : Pace.MONTH;
        }
    }

    Threshold {
        comparisons = Map.copyOf(comparisons);
        z = Map.copyOf(z);
    }

    /** @param compared all that were, told or not */
    static Threshold of(Collection<Departure> compared) {
        Map<Kind, Map<Integer, Long>> byDays = compared.stream()
                .collect(
                        Collectors.groupingBy(Kind::of, Collectors.groupingBy(Departure::days, Collectors.counting())));
        Map<Kind, Long> comparisons = compared.stream().collect(Collectors.groupingBy(Kind::of, Collectors.counting()));
        Map<Kind, Double> z = new EnumMap<>(Kind.class);
        byDays.forEach((kind, counts) ->
                z.put(kind, allowing(kind.alarmsAMonth, at -> alarms(kind.pace(), counts, at))));
        return new Threshold(comparisons, z);
    }

    /** How many are told a month by chance, from {@code z} on. */
    private static double alarms(Pace pace, Map<Integer, Long> comparisonsByDays, double z) {
        return comparisonsByDays.entrySet().stream()
                .mapToDouble(counted -> counted.getValue() * Chance.alarmsAMonth(pace, counted.getKey(), z))
                .sum();
    }

    /** Where a function that falls comes down to a value, by halving. */
    private static double allowing(double value, ToDoubleFunction<Double> falling) {
        double low = 0;
        double high = FARTHEST;
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Standard errors; more than anything is off where nothing was compared. */
    double of(Kind kind) {
        return z.getOrDefault(kind, FARTHEST);
    }

    long allComparisons() {
        return comparisons.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many may be told a month by chance, at most. */
    double falseAlarmsAMonth() {
        return z.keySet().stream().mapToDouble(kind -> kind.alarmsAMonth).sum();
    }

    /** 1 less the chance that any of all comparisons of a kind is so many standard errors off by itself. */
    double certainty(Kind kind, double off) {
        return Math.max(0, 1 - Chance.beyond(off) * comparisons.getOrDefault(kind, 0L));
    }

    boolean isTold(Departure departure) {
        return Math.abs(departure.z()) >= of(Kind.of(departure)) && matters(departure);
    }

    private static boolean matters(Departure departure) {
        Kpi kpi = departure.course().kpi();
        Estimate estimate = departure.estimate();
        double change = Math.abs(estimate.observed() - estimate.expected());
        boolean much = switch (kpi.rollup()) {
            case SUM, PER_RESIDENT, STOCK -> change >= COUNT * estimate.expected();
            case STOCK_AGE, QUANTILE -> change >= AGE * estimate.expected();
            case RATIO ->
                switch (kpi.unit()) {
                    case PERCENT -> change >= POINTS;
                    case COUNT, DAYS, MONEY, RATE -> change >= RATE * Math.abs(estimate.expected());
                };
            case DISTINCT -> false;
        };
        return much && isOfEnough(estimate);
    }

    private static boolean isOfEnough(Estimate estimate) {
        return Math.abs(estimate.beyond()) >= FEWEST_BEYOND;
    }

    /** Whether a target was crossed beyond chance, and by more than a large department crosses it with the seasons. */
    boolean isTold(Aims.Crossing crossing) {
        Estimate estimate = crossing.estimate();
        double past = Math.abs(estimate.observed() - estimate.expected());
        double least =
                crossing.kpi().rollup() == Rollup.QUANTILE ? PAST_TARGET * estimate.expected() : POINTS_PAST_TARGET;
        return Math.abs(estimate.z()) >= of(Kind.MONTH) && past >= least && isOfEnough(estimate);
    }
}
