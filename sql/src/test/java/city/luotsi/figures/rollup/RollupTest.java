package city.luotsi.figures.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.city.Residents;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RollupTest {

    @Test
    void aQuantileFromBucketsIsWrongByAtMostOnePercent() throws SQLException {
        Random random = new Random(7);
        double[] waits = random.doubles(5_000).map(u -> Math.exp(12 * u - 6)).toArray();
        TreeMap<Integer, Long> counts = new TreeMap<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            StringBuilder values = new StringBuilder();
            for (double wait : waits) {
                values.append(values.isEmpty() ? "" : ", ")
                        .append('(')
                        .append(wait)
                        .append(')');
            }
            try (ResultSet rows =
                    statement.executeQuery("select %s as bucket, count(*) as n from (values %s) as t(wait) group by 1"
                            .formatted(LogBuckets.bucketOf("wait"), values))) {
                while (rows.next()) {
                    counts.put(rows.getInt("bucket"), rows.getLong("n"));
                }
            }
        }
        Arrays.sort(waits);
        for (double share : new double[] {0.01, 0.5, 0.9, 0.999}) {
            double exact = waits[(int) Math.ceil(share * waits.length) - 1];
            assertEquals(exact, LogBuckets.quantile(counts, share), exact * LogBuckets.ERROR, "share " + share);
        }
    }

    @Test
    void whatTookNoTimeIsZeroDays() {
        assertEquals(0, LogBuckets.middle(LogBuckets.ZERO));
    }

    @Test
    void populationIsTheMeanOverThePeriodAndCarriedForward() {
        Population population = new Population(List.of(
                new Residents(2021, Optional.of("a"), Optional.of("old"), 100),
                new Residents(2022, Optional.of("a"), Optional.of("old"), 200),
                new Residents(2022, Optional.of("b"), Optional.of("young"), 50),
                new Residents(2022, Optional.empty(), Optional.of("old"), 7)));
        Population.Cut everybody = new Population.Cut(Optional.empty(), Optional.empty());

        // ten days of each year
        assertEquals(
                OptionalDouble.of((100 + 257) / 2.0),
                population.mean(everybody, LocalDate.of(2021, 12, 22), LocalDate.of(2022, 1, 10)));
        assertEquals(
                OptionalDouble.of(257),
                population.mean(everybody, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)));
        assertEquals(Optional.of(2022), population.carriedFrom(LocalDate.of(2026, 1, 31)));
        assertEquals(Optional.empty(), population.carriedFrom(LocalDate.of(2022, 1, 31)));
    }

    @Test
    void populationOfADistrictWithoutACensusIsUnknownAndNotZero() {
        Population population = new Population(List.of(new Residents(2022, Optional.of("a"), Optional.empty(), 200)));
        Population.Cut cut = new Population.Cut(Optional.of(Set.of("a", "never_counted")), Optional.empty());

        assertTrue(population
                .mean(cut, LocalDate.of(2022, 1, 1), LocalDate.of(2022, 1, 31))
                .isEmpty());
    }
}
