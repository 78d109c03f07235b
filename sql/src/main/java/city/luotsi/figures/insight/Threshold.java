package city.luotsi.figures.insight;

import city.luotsi.figures.catalogue.Kpi;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * From when on a departure is told. As many comparisons are made as there are, and again each day; so that at most one a
 * month is told by mere chance, each may be wrong once in that many (Bonferroni; looks that overlap make it safer).
 *
 * @param comparisons made of one publication
 */
record Threshold(long comparisons) {
    private static final NormalDistribution CHANCE = NormalDistribution.of(0, 1);
    private static final int LOOKS_A_MONTH = 30;

    /** What is too small to matter, however sure: a fifth of a count, a quarter of an age, four points of a share. */
    private static final double COUNT = 0.2;

    private static final double AGE = 0.25;
    private static final double POINTS = 0.04;
    private static final double RATE = 0.15;
    private static final double FEWEST_BEYOND = 10;

    /** Standard errors. */
    double z() {
        return CHANCE.inverseSurvivalProbability(0.5 / (Math.max(1, comparisons) * (double) LOOKS_A_MONTH));
    }

    /** How many may be told a month by chance, at most. */
    double falseAlarmsAMonth() {
        return 2 * CHANCE.survivalProbability(z()) * comparisons * LOOKS_A_MONTH;
    }

    /** 1 less the chance that any of all comparisons comes out like this one by itself. */
    double certainty(Departure departure) {
        return Math.max(0, 1 - 2 * CHANCE.survivalProbability(Math.abs(departure.z())) * comparisons);
    }

    boolean isTold(Departure departure) {
        return Math.abs(departure.z()) >= z() && matters(departure);
    }

    private static boolean matters(Departure departure) {
        Kpi kpi = departure.course().kpi();
        Estimate estimate = departure.estimate();
        double change = Math.abs(estimate.observed() - estimate.expected());
        boolean much = switch (kpi.rollup()) {
            case SUM, PER_RESIDENT, STOCK -> change >= COUNT * estimate.expected();
            case STOCK_AGE -> change >= AGE * estimate.expected();
            case RATIO ->
                switch (kpi.unit()) {
                    case PERCENT -> change >= POINTS;
                    case COUNT, DAYS, MONEY, RATE -> change >= RATE * Math.abs(estimate.expected());
                };
            case QUANTILE, DISTINCT -> false;
        };
        return much && Math.abs(estimate.beyond()) >= FEWEST_BEYOND;
    }
}
