package city.luotsi.jobs.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.SharedSpark;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a leader would believe, and what nobody may: a future that is known. */
class BelievableTest {
    private static final long EVENTS = 120_000;

    @TempDir
    static Path data;

    private static MadeEvents made;

    @BeforeAll
    static void make() throws SQLException {
        made = MadeEvents.of("helsinki-demo", MadeEvents.settings(EVENTS, 1), data, 3);
    }

    @AfterAll
    static void close() throws SQLException {
        made.close();
    }

    @Test
    void theSameSettingsMakeTheSameEventsHoweverSparkCutsTheWork() throws SQLException {
        DemoSettings settings = MadeEvents.settings(20_000, 7);
        String shuffles = SharedSpark.session().conf().get("spark.sql.shuffle.partitions");
        try (MadeEvents one = MadeEvents.of("helsinki-demo", settings, data, 2)) {
            SharedSpark.session().conf().set("spark.sql.shuffle.partitions", "7");
            try (MadeEvents same = MadeEvents.of("helsinki-demo", settings, data, 5);
                    MadeEvents other = MadeEvents.of("helsinki-demo", MadeEvents.settings(20_000, 8), data, 2)) {
                assertEquals(one.content(), same.content());
                assertNotEquals(one.content(), other.content());
            }
        } finally {
            SharedSpark.session().conf().set("spark.sql.shuffle.partitions", shuffles);
        }
    }

    @Test
    void everyEventIsOneOfTheMany() throws SQLException {
        assertEquals(List.of((double) EVENTS, (double) EVENTS, (double) EVENTS), made.numbers("""
                        select count(*), count(distinct event_id), count(*) filter (starts_with(event_id, 'demo-')) from event
                        """));
    }

    @Test
    void nothingIsKnownAfterTheEnd() throws SQLException {
        assertEquals(List.of(0.0, 0.0, 0.0), made.numbers("""
                        select
                            count(*) filter (greatest(requested_at, responded_at, ended_at) >= timestamptz '2026-07-01 00:00:00'),
                            count(*) filter (updated_at > timestamptz '2026-07-01 00:00:00'),
                            count(*) filter (requested_at < timestamptz '2023-07-01 00:00:00')
                        from event
                        """));
        assertEquals(
                "2023-07-01 2026-06-30",
                made.text("select min(requested_day) || ' ' || max(requested_day) from event"));
    }

    @Test
    void whatIsOpenAtTheEndIsReallyOpen() throws SQLException {
        assertEquals(0, made.number("""
                select count(*) from event where (status = 'open') <> (ended_at is null)
                    or (status = 'open' and (satisfaction is not null or cost is not null or outcome is not null))
                    or responded_at < requested_at or ended_at <= requested_at or due_at <= requested_at
                """));
        // as long as its cases take, a service has open ones: not none, not all
        double open = made.number("select avg(cast(status = 'open' as int)) from event");
        assertTrue(open > 0.005 && open < 0.03, "open: " + open);
        double daysOld = made.number("""
                select median(date '2026-07-01' - requested_day) from event
                where status = 'open' and service_code = 'building_permit'
                """);
        assertTrue(daysOld > 20 && daysOld < 120, "age of open building permits: " + daysOld);
    }

    @Test
    void aFewServicesAreMostOfTheWork() throws SQLException {
        double five = made.number("""
                select sum(events) / (select count(*) from event)
                from (select count(*) as events from event group by service_code order by 1 desc limit 5)
                """);
        assertTrue(five > 0.5 && five < 0.7, "share of the five biggest: " + five);
        assertTrue(made.number("select count(distinct service_code) from event") > 70);
    }

    @Test
    void sundaysAndHolidaysAreQuietAndJulyIsForHolidays() throws SQLException {
        List<Double> perDay = made.numbers("""
                select
                    count(*) filter (dayofweek(requested_day) between 1 and 5) / (5 / 7 * 1096),
                    count(*) filter (dayofweek(requested_day) = 0) / (1 / 7 * 1096),
                    count(*) filter (requested_day in ('2024-12-25', '2025-12-25', '2025-05-01', '2026-05-01')) / 4,
                    count(*) filter (month(requested_day) = 7) / 93,
                    count(*) filter (month(requested_day) = 10) / 93
                from event
                """);
        assertTrue(perDay.get(1) < 0.6 * perDay.get(0), "weekdays and Sundays: " + perDay);
        assertTrue(perDay.get(2) < 0.4 * perDay.get(0), "weekdays and holidays: " + perDay);
        assertTrue(perDay.get(3) < 0.8 * perDay.get(4), "July and October: " + perDay);
    }

    @Test
    void moreAndMoreIsDoneDigitally() throws SQLException {
        List<Double> byYear = made.numbers("""
                select
                    avg(cast(channel in ('web', 'app', 'proactive') as int)) filter (requested_day < '2024-07-01'),
                    avg(cast(channel in ('web', 'app', 'proactive') as int)) filter (requested_day >= '2025-07-01')
                from event
                """);
        assertTrue(byYear.get(1) - byYear.get(0) > 0.06, byYear.toString());
    }

    @Test
    void servicesWaitAsTheirProfilesSay() throws SQLException {
        // requests old enough to have ended, untouched by any story
        List<Double> waits = made.numbers("""
                select
                    median(days) filter (service_code = 'dental_care'),
                    median(days) filter (service_code = 'library_loan'),
                    stddev(ln(days)) filter (service_code = 'dental_care')
                from event where status = 'completed' and requested_day < '2025-07-01' and channel <> 'proactive'
                """);
        assertEquals(26, waits.get(0), 2);
        assertEquals(0.002, waits.get(1), 0.0003);
        assertEquals(0.6, waits.get(2), 0.06);
    }

    @Test
    void aLittleIsDirtyAndSomeAskAgain() throws SQLException {
        List<Double> shares = made.numbers("""
                select
                    avg(cast(service_code = 'X-17' or coalesce(district_code, '999') = '999' or channel is null
                        or age_group is null as int)),
                    avg(cast(resident is null as int)),
                    count(distinct resident) / count(resident),
                    avg(satisfaction)
                from event
                """);
        assertTrue(shares.get(0) > 0.001 && shares.get(0) < 0.01, "dirty: " + shares);
        assertTrue(shares.get(1) > 0.02 && shares.get(1) < 0.2, "anonymous: " + shares);
        assertTrue(shares.get(2) > 0.5 && shares.get(2) < 0.95, "residents a request: " + shares);
        assertTrue(shares.get(3) > 3.3 && shares.get(3) < 4.6, "satisfaction: " + shares);
    }

    @Test
    void aPackWithoutProfilesMakesACityToo() throws SQLException {
        try (MadeEvents newYork = MadeEvents.of("newyork-demo", MadeEvents.settings(20_000, 1), data, 2)) {
            List<Double> found = newYork.numbers("""
                    select count(*), count(distinct service_code), count(distinct district_code),
                        count(*) filter (requested_at >= timestamptz '2026-07-01 00:00:00') from event
                    """);
            assertEquals(20_000, found.get(0));
            assertTrue(found.get(1) > 100 && found.get(2) > 55, found.toString());
            assertEquals(0, found.get(3));
            assertTrue(newYork.recipe().stories().size() >= 4, newYork.recipe().toString());
        }
    }
}
