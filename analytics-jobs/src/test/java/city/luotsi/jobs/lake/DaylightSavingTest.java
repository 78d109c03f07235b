package city.luotsi.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Local times are the source's, whatever the machine's own zone is. */
class DaylightSavingTest {
    private final TimeZone own = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Helsinki", "America/New_York", "Asia/Kathmandu"})
    void anHourThatIsSkippedMovesForwardAndOfOneThatIsRepeatedTheFirstIsMeant(String machine, @TempDir Path data) {
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        Town newYork = new Town("newyork", data);
        newYork.ingest(newYork.write("changes.csv", """
                Unique Key,Created Date,Status,Closed Date
                1,03/08/2026 01:59:59 AM,Open,
                2,03/08/2026 02:30:00 AM,Open,
                3,03/08/2026 03:00:00 AM,Open,
                4,11/1/26 0:59,Open,
                5,11/01/2026 01:30:00 AM,Closed,11/01/2026 01:10:00 AM
                6,2026-11-01T02:00:00.000,Open,
                """));
        Town helsinki = new Town("helsinki", data);
        helsinki.ingest(helsinki.write("changes.csv", """
                event_id;requested_at;status
                1;2026-03-29 02:59:59;open
                2;2026-03-29 03:30:00;open
                3;29.3.2026 4:00;open
                4;2026-10-25T02:59:59;open
                5;25.10.2026 3:30;open
                6;2026-10-25T03:30:00;open
                7;2026-10-25T03:30:00+02:00;open
                8;2026-10-25T03:30:00+0300;open
                9;2026-10-25 04:00;open
                """));

        assertEquals(
                instants(
                        "2026-03-08T06:59:59Z",
                        "2026-03-08T07:30:00Z",
                        "2026-03-08T07:00:00Z",
                        "2026-11-01T04:59:00Z",
                        "2026-11-01T05:30:00Z",
                        "2026-11-01T07:00:00Z"),
                requested(newYork));
        assertEquals(1, newYork.count("ended_at < requested_at"));
        assertEquals(
                instants(
                        "2026-03-29T00:59:59Z",
                        "2026-03-29T01:30:00Z",
                        "2026-03-29T01:00:00Z",
                        "2026-10-24T23:59:59Z",
                        "2026-10-25T00:30:00Z",
                        "2026-10-25T00:30:00Z",
                        "2026-10-25T01:30:00Z",
                        "2026-10-25T00:30:00Z",
                        "2026-10-25T02:00:00Z"),
                requested(helsinki));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York"})
    void instantsInParquetKeepTheHourThatIsRepeated(String machine, @TempDir Path data) {
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        Town helsinki = new Town("helsinki", data);
        Path folder = data.resolve("made");
        city.luotsi.jobs.SharedSpark.session().sql("""
                        select * from values ('1', timestamp '2026-10-25 00:30:00Z', 'open'), ('2', timestamp '2026-10-25 01:30:00Z', 'open')
                            as t (event_id, requested_at, status)
                        """).write().parquet(folder.toString());

        helsinki.ingest().written(folder, "events");

        assertEquals(instants("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"), requested(helsinki));
    }

    private static List<Instant> requested(Town town) {
        return town.lake().orderBy("event_id").selectExpr("unix_seconds(requested_at)").collectAsList().stream()
                .map(row -> Instant.ofEpochSecond(row.getLong(0)))
                .toList();
    }

    private static List<Instant> instants(String... instants) {
        return List.of(instants).stream().map(Instant::parse).toList();
    }
}
