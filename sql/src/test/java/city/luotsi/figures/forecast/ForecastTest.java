package city.luotsi.figures.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastTest {
    private static final int TRIALS = 250;
    private static final Forecast.Bounds COUNT = new Forecast.Bounds(0, Double.POSITIVE_INFINITY);
    private static final Forecast.Bounds SHARE = new Forecast.Bounds(0, 1);

    /** Worlds in which the truth is known. */
    enum World {
        NOISE(0, 0, 0, 15),
        SEASON(0, 0, 30, 15),
        GROWING_SEASON(4, 0, 30, 15),
        DRIFTING_LEVEL(0, 0.3, 20, 15),
        RANDOM_WALK(0, 1, 0, 15);

        private final double growth;
        private final double stays;
        private final double season;
        private final double noise;

        World(double growth, double stays, double season, double noise) {
            this.growth = growth;
            this.stays = stays;
            this.season = season;
            this.noise = noise;
        }

        double[] months(int count, Random random) {
            double[] usual = random.doubles(Season.YEAR)
                    .map(part -> season * (2 * part - 1))
                    .toArray();
            double level = 1_000;
            double[] months = new double[count];
            for (int month = 0; month < count; month++) {
                double shock = noise * random.nextGaussian();
                months[month] = level + usual[month % Season.YEAR] + shock;
                level += growth + stays * shock;
            }
            return months;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anIntervalHoldsWhatItSaysItHolds(World world) {
        for (int known : List.of(24, 36)) {
            for (int months : List.of(1, 6, 12)) {
                for (Reckoning reckoning : List.of(Reckoning.totalOf(0, months), Reckoning.lastOf(months))) {
                    Random random = new Random(20_261_124);
                    long held = IntStream.range(0, TRIALS)
                            .filter(trial -> holds(world.months(known + months, random), known, reckoning))
                            .count();
                    assertTrue(
                            held >= 0.8 * TRIALS,
                            "%s, %d months known, %s: %d of %d held".formatted(world, known, reckoning, held, TRIALS));
                }
            }
        }
    }

    private static boolean holds(double[] months, int known, Reckoning reckoning) {
        Forecast forecast = Forecast.of(Arrays.copyOf(months, known), reckoning, COUNT);
        double came = reckoning.of(Arrays.copyOfRange(months, known, months.length));
        return forecast.low() <= came && came <= forecast.high();
    }

    @Test
    void theMethodThatWouldHaveMissedLessIsUsedAndTheOthersErrorStandsBesideIt() {
        Random random = new Random(7);
        Forecast walk = Forecast.of(World.RANDOM_WALK.months(48, random), Reckoning.lastOf(2), COUNT);
        assertEquals(Method.THETA, walk.method());
        assertTrue(walk.thetaError() < walk.naiveError());

        double[] sameEveryYear = IntStream.range(0, 36)
                .mapToDouble(month -> 100 + 50 * Math.pow(month % Season.YEAR, 2) % 37)
                .toArray();
        Forecast season = Forecast.of(sameEveryYear, Reckoning.totalOf(0, 2), COUNT);
        assertEquals(Method.SEASONAL_NAIVE, season.method());
        assertEquals(0, season.naiveError());
        assertEquals(sameEveryYear[0] + sameEveryYear[1], season.value());
        assertEquals(season.value(), season.high());
    }

    @Test
    void aShareStaysAShareAndATotalNeverFallsBelowWhatIsThere() {
        double[] rising =
                IntStream.range(0, 30).mapToDouble(month -> 0.7 + 0.01 * month).toArray();
        Forecast share = Forecast.of(rising, Reckoning.lastOf(12), SHARE);
        assertEquals(1, share.value());
        assertEquals(1, share.high());

        double[] falling =
                IntStream.range(0, 30).mapToDouble(month -> 290 - 10 * month).toArray();
        Forecast total = Forecast.of(falling, Reckoning.totalOf(400, 6), COUNT);
        assertEquals(400, total.value());
        assertEquals(400, total.low());
    }

    @Test
    void tooLittleIsRefused() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> Forecast.of(new double[23], Reckoning.lastOf(1), COUNT));
        assertEquals("a forecast needs 24 months, there are 23", refusal.getMessage());
    }
}
