package city.luotsi.figures.insight;

/**
 * A window of a course beside what its pattern lets expect.
 *
 * @param observed in the KPI's unit; of a sum, that of the whole window
 * @param expected likewise
 * @param z how many standard errors apart, if nothing but chance were at work: positive where more was observed
 * @param beyond how many cases lie beyond what is expected, positive or negative
 * @param cases how many it is about: expected, or in the denominator, or in stock
 * @param error how far apart mere chance puts them, in the same unit; of a quantile, in the share of cases past the usual one
 */
record Estimate(double observed, double expected, double z, double beyond, double cases, double error) {}
