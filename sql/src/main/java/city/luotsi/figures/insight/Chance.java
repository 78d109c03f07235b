package city.luotsi.figures.insight;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** How often something departs by chance alone: looked at once, and looked at again day after day. */
final class Chance {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double DAYS_A_MONTH = 30;

    private Chance() {}

    /** The chance to be so many standard errors off, to either side. */
    static double beyond(double z) {
        return 2 * NORMAL.survivalProbability(Math.abs(z));
    }

    /**
     * How many times a month one comparison goes past so many standard errors. What is told by months is news once. What is
     * looked at each day over the same number of days shares most of them with the day before: if it is far off today it
     * will be so tomorrow, which is no second alarm (Siegmund, Sequential Analysis, 1985).
     *
     * @param days that a comparison is made of
     * @param z from 1 on
     */
    static double alarmsAMonth(Pace pace, int days, double z) {
        return switch (pace) {
            case MONTH -> beyond(z);
            case WEEK -> DAYS_A_MONTH * beyond(z) * firsts(days, z);
        };
    }

    /** Of the days on which a sum over some days is that far off, how many are the first of their row. */
    private static double firsts(int days, double z) {
        double step = z * Math.sqrt(2.0 / days);
        return Math.min(1, z * z / days * overshoot(step));
    }

    /** What is lost of it by looking once a day only (Siegmund and Yakir, The Statistics of Gene Mapping, 2007, page 112). */
    private static double overshoot(double step) {
        double half = step / 2;
        return 2
                / step
                * (NORMAL.cumulativeProbability(half) - 0.5)
                / (half * NORMAL.cumulativeProbability(half) + NORMAL.density(half));
    }
}
