package city.luotsi.figures.contribution;

import java.util.OptionalDouble;

/**
 * How large a contribution may become by chance alone, tested on counts: Poisson for counts, binomial for shares. Of all members of a
 * dimension together, one question in twenty has a part beyond it that is chance (5 %, divided among the members after
 * Bonferroni). What the variance of isn't published, money and ages, isn't judged.
 */
final class Chance {
    private static final double LEVEL = 0.05;

    private final double deviations;

    /** @param members how many are looked at together */
    Chance(int members) {
        this.deviations = normalQuantile(LEVEL / Math.max(1, members) / 2);
    }

    /**
     * Of the difference of two Poisson counts, with the correction for continuity: which of the cases fell into which period is
     * a toss of a coin.
     */
    OptionalDouble ofCounts(double cases) {
        return OptionalDouble.of(1 + deviations * Math.sqrt(Math.max(0, cases)));
    }

    /** Of a binomial share's contribution: of its own change, and of the change of its weight, which is a share as well. */
    OptionalDouble ofShare(Divided part) {
        double own = Math.pow(part.meanWeight(), 2)
                * variance(
                        part.before().numerator() + part.after().numerator(),
                        part.before().denominator(),
                        part.after().denominator());
        double mix = Math.pow(part.meanRate() - part.meanWhole(), 2)
                * variance(
                        part.before().denominator() + part.after().denominator(),
                        part.wholeBefore().denominator(),
                        part.wholeAfter().denominator());
        return OptionalDouble.of(deviations * Math.sqrt(own + mix));
    }

    /** Of the difference of two shares if both are the same one; none where one of them has no cases. */
    private static double variance(double hits, double casesBefore, double casesAfter) {
        if (casesBefore <= 0 || casesAfter <= 0) {
            return 0;
        }
        double share = Math.clamp(hits / (casesBefore + casesAfter), 0, 1);
        return share * (1 - share) * (1 / casesBefore + 1 / casesAfter);
    }

    /** How many standard deviations lie beyond which a tail holds this much; after Abramowitz and Stegun 26.2.23, to 0.0005. */
    static double normalQuantile(double tail) {
        double t = Math.sqrt(-2 * Math.log(tail));
        return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    }
}
