package city.luotsi.figures.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

/** Held against exact distributions. */
class LikelihoodTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    /** So much was seen before that what is usual is known. */
    private static final double LONG = 1e9;

    @Test
    void more_or_fewer_than_expected_are_as_unlikely_as_poisson_says() {
        for (int[] counted : new int[][] {{20, 7}, {38, 11}, {60, 30}, {150, 100}, {0, 10}, {3, 20}, {70, 120}}) {
            PoissonDistribution chance = PoissonDistribution.of(counted[1]);
            double exact = counted[0] > counted[1]
                    ? NORMAL.inverseSurvivalProbability(chance.survivalProbability(counted[0] - 1))
                    : NORMAL.inverseCumulativeProbability(chance.cumulativeProbability(counted[0]));
            assertEquals(
                    exact,
                    Likelihood.ofCounts(counted[0], LONG, counted[1] / LONG),
                    0.2,
                    counted[0] + " of " + counted[1]);
        }
    }

    @Test
    void a_share_is_as_unlikely_as_the_binomial_distribution_says_also_where_it_is_none_or_all() {
        BinomialDistribution tenth = BinomialDistribution.of(102, 0.9);
        assertEquals(
                NORMAL.inverseSurvivalProbability(tenth.survivalProbability(101)),
                Likelihood.ofShares(102, 102, 0.9 * LONG, LONG),
                0.2);
        BinomialDistribution seventh = BinomialDistribution.of(82, 0.15);
        assertEquals(
                NORMAL.inverseCumulativeProbability(seventh.cumulativeProbability(0)),
                Likelihood.ofShares(0, 82, 0.15 * LONG, LONG),
                0.2);
        BinomialDistribution most = BinomialDistribution.of(200, 0.71);
        assertEquals(
                NORMAL.inverseCumulativeProbability(most.cumulativeProbability(92)),
                Likelihood.ofShares(92, 200, 0.71 * LONG, LONG),
                0.2);
    }

    @Test
    void a_share_beside_one_that_is_known_for_sure_is_as_unlikely_as_the_binomial_distribution_says() {
        BinomialDistribution target = BinomialDistribution.of(200, 0.85);
        assertEquals(
                NORMAL.inverseCumulativeProbability(target.cumulativeProbability(148)),
                Likelihood.ofShare(148, 200, 0.85),
                0.1);
        assertEquals(
                NORMAL.inverseSurvivalProbability(target.survivalProbability(186)),
                Likelihood.ofShare(187, 200, 0.85),
                0.1);
        assertEquals(0, Likelihood.ofShare(170, 200, 0.85));
    }

    @Test
    void little_that_was_seen_before_makes_it_less_sure() {
        // Fisher's exact test: of 100 cases 50 are in time, 38 of the 50 before and 12 of the 50 now
        HypergeometricDistribution fisher = HypergeometricDistribution.of(100, 50, 50);
        assertEquals(
                NORMAL.inverseCumulativeProbability(fisher.cumulativeProbability(12)),
                Likelihood.ofShares(12, 50, 38, 50),
                0.2);
        // of 60 that came, each has an even chance to be one of the newest
        BinomialDistribution even = BinomialDistribution.of(60, 0.5);
        assertEquals(
                NORMAL.inverseSurvivalProbability(even.survivalProbability(44)), Likelihood.ofCounts(45, 15, 1), 0.2);
    }

    @Test
    void what_is_as_expected_is_not_off() {
        assertEquals(0, Likelihood.ofCounts(10, 100, 0.1));
        assertEquals(0, Likelihood.ofCounts(10, 103, 0.1), "less than half a case between them");
        assertEquals(0, Likelihood.ofShares(0, 40, 0, 300));
        assertEquals(0, Likelihood.ofShares(40, 40, 300, 300));
        assertTrue(Likelihood.ofShares(30, 40, 150, 300) > 0);
    }
}
