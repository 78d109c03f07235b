package city.luotsi.figures.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MethodTest {
    /** Saudi Arabia's oil production, 1996–2013: Hyndman and Athanasopoulos, 2nd edition, example in section 7.1. */
    private static final double[] OIL = {
        445.36, 453.20, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43, 521.28, 508.95, 488.89, 509.87, 456.72,
        473.82, 525.95, 549.83, 542.34
    };

    /** Airline passengers, 1949–1951: Box and Jenkins, series G. */
    private static final double[] PASSENGERS = {
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
        114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166
    };

    @Test
    void smoothingIsTheTextbooks() {
        Smoothing smoothing = Smoothing.of(OIL);
        assertEquals(0.8339, smoothing.rate(), 0.0005);
        assertEquals(446.5868, smoothing.firstLevel(), 0.05);
        assertEquals(542.68, smoothing.level(), 0.005);
    }

    /** Computed apart, in another language, from the method's first definition: two lines, each continued, and their mean. */
    @Test
    void thetaIsTheMeanOfItsTwoLines() {
        assertArrayEquals(new double[] {546.079, 548.914, 551.749}, Method.THETA.continued(OIL, 3), 0.001);
    }

    /** Computed apart as well, the season by a classical decomposition with its own loops. */
    @Test
    void theSeasonIsTakenOffBeforeAndPutOnAgain() {
        assertArrayEquals(
                new double[] {
                    165.578, 172.341, 192.666, 181.158, 179.775, 193.788, 210.239, 209.772, 197.035, 175.257, 157.374,
                    176.303
                },
                Method.THETA.continued(PASSENGERS, 12),
                0.002);
    }

    @Test
    void whatNeverChangesStaysAsItIs() {
        double[] same = new double[30];
        Arrays.fill(same, 7);
        assertArrayEquals(new double[] {7, 7, 7}, Method.THETA.continued(same, 3), 1e-9);
    }

    @Test
    void theSameMonthOfTheYearBeforeIsRepeatedAlsoPastAYear() {
        double[] next = Method.SEASONAL_NAIVE.continued(PASSENGERS, 13);
        assertArrayEquals(Arrays.copyOfRange(PASSENGERS, 24, 36), Arrays.copyOf(next, 12));
        assertEquals(PASSENGERS[24], next[12]);
    }
}
