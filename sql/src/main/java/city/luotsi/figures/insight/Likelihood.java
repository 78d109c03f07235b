package city.luotsi.figures.insight;

/**
 * How far apart two things that were counted are, in standard errors: the signed root of the likelihood ratio (Wilks 1938),
 * with half a case less between them because cases come whole (Yates 1934). Unlike square roots and arc sines it stays true
 * where there are next to none, or all: ten cases that fail to come are four standard errors, not five.
 */
final class Likelihood {
    private static final double HALF = 0.5;

    private Likelihood() {}

    /**
     * @param now how many came
     * @param before how many came before
     * @param times how many are expected now for each that came before
     */
    static double ofCounts(double now, double before, double times) {
        double expected = (now + before) * times / (1 + times);
        double nearer = nearer(now, expected);
        return Math.signum(nearer - expected)
                * root(part(nearer, expected) + part(now + before - nearer, now + before - expected));
    }

    /** Of two shares: some of all now, and before. */
    static double ofShares(double part, double all, double partBefore, double allBefore) {
        double share = (part + partBefore) / (all + allBefore);
        double expected = all * share;
        double expectedBefore = allBefore * share;
        double nearer = nearer(part, expected);
        double before = partBefore + part - nearer;
        return Math.signum(nearer - expected)
                * root(part(nearer, expected)
                        + part(all - nearer, all - expected)
                        + part(before, expectedBefore)
                        + part(allBefore - before, allBefore - expectedBefore));
    }

    /** Of a share and one that is known for sure, between 0 and 1. */
    static double ofShare(double part, double all, double share) {
        double expected = all * share;
        double nearer = nearer(part, expected);
        return Math.signum(nearer - expected) * root(part(nearer, expected) + part(all - nearer, all - expected));
    }

    private static double nearer(double count, double expected) {
        return count > expected ? Math.max(expected, count - HALF) : Math.min(expected, count + HALF);
    }

    private static double part(double count, double expected) {
        return count <= 0 ? 0 : count * Math.log(count / expected);
    }

    private static double root(double ratio) {
        return Math.sqrt(Math.max(0, 2 * ratio));
    }
}
