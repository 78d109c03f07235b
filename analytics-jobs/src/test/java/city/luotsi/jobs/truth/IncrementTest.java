package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.publish.Refresh;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that came about step by step are those of all of the lake, row for row. */
class IncrementTest {
    private static final List<String> BY_STEPS =
            List.of("resident_contact: what changed", "service_step: what changed");
    private static final List<String> WHOLE = List.of("resident_contact: all of it", "service_step: all of it");

    @TempDir
    private Path data;

    private PublishedCity city = new PublishedCity(Path.of(""), "helsinki");

    @BeforeEach
    void publishTheFirst() throws Exception {
        city = new PublishedCity(data, "helsinki");
        EdgeCaseLake.write(SharedSpark.session(), city.lake());
        assertEquals(WHOLE, steps(city.publish()));
    }

    @Test
    void ofAYearOfCorrectionsLateClosingsMovedDistrictsAndDeletions() throws Exception {
        for (int month = 0; month < 12; month++) {
            String dice = "abs(xxhash64(event_id, %d, 'change')) %% 100".formatted(month);
            // late closings, some of cases that were closed already
            change(
                    "update %1$s set ended_at = requested_at + make_interval(0, 0, 0, 9 * (%2$s)), status = 'completed' where %2$s < 6",
                    dice);
            // moved districts, other services, other residents, refound channels
            change("update %1$s set district_code = '704', resident = resident + 1 where %2$s between 10 and 12", dice);
            change(
                    "update %1$s set service_code = 'dental_care', channel = 'web', satisfaction = 5 where %2$s = 20",
                    dice);
            // reopened, and never mind when
            change("update %1$s set status = 'open' where %2$s = 30", dice);
            change("delete from %1$s where %2$s = 40", dice);
            // new requests of later days, with due dates that aren't reached yet
            change("""
                    insert into %1$s
                    select * replace (concat('new-%3$d-', event_id) as event_id,
                        requested_at + make_interval(0, %3$d + 1) as requested_at,
                        due_at + make_interval(0, %3$d + 1) as due_at,
                        ended_at + make_interval(0, %3$d + 1) as ended_at,
                        updated_at + make_interval(0, 0, 0, 17 * (%3$d + 1)) as updated_at,
                        cast(date_trunc('month', requested_at + make_interval(0, %3$d + 1)) as date) as requested_month)
                    from %1$s where not startswith(event_id, 'new') and %2$s between 50 and 52""", dice, month);

            if (month % 3 == 2) {
                assertEquals(BY_STEPS, steps(city.publish()));
                assertEquals(Optional.empty(), city.refresh().verify("helsinki"), "after month " + month);
            }
        }
    }

    @Test
    void ofDaysThatNobodyTouchedAndOfNewestDaysThatWereTakenBack() throws Exception {
        // cases fall due and repeats become known because one request shows that the data goes on
        change("""
                insert into %s
                select * replace ('newest' as event_id, timestamp '2025-09-08 09:00:00' as requested_at,
                    timestamp '2025-09-11 09:00:00' as updated_at, date '2025-09-01' as requested_month)
                from %1$s where event_id = '17'""", "");
        assertEquals(LocalDate.of(2025, 9, 10), city.publish().completeThrough());
        assertEquals(Optional.empty(), city.refresh().verify("helsinki"));

        change("delete from %s where event_id = 'newest'", "");
        assertEquals(LocalDate.of(2025, 8, 1), city.publish().completeThrough());
        assertEquals(Optional.empty(), city.refresh().verify("helsinki"));
    }

    @Test
    void andNothingIsPublishedWhereNothingHappenedAndAWrongCellIsFound() throws Exception {
        Refresh.Published again = city.publish();
        assertFalse(again.isNew());
        assertEquals(1, again.number());

        try (Stream<Path> files = Files.list(data.resolve("helsinki/cube"));
                Connection cube = DriverManager.getConnection(
                        "jdbc:duckdb:" + files.findFirst().orElseThrow());
                Statement statement = cube.createStatement()) {
            statement.execute(
                    "update service_step_by_day_service_channel set requests_value = requests_value + 1 where rowid = 7");
        }
        Optional<String> difference = city.refresh().verify("helsinki");
        assertTrue(
                difference.orElse("").startsWith("2 rows of service_step_by_day_service_channel differ"),
                difference.toString());
        assertEquals(Optional.empty(), city.refresh().verify("helsinki"), "the whole one takes the wrong one's place");
    }

    @Test
    void aChangedKpiRebuildsItsSubjectAndALakeWhoseChangesAreLostBoth() throws Exception {
        Path kpi = data.resolve("sql/kpi/repeat_contacts.sql");
        Files.createDirectories(kpi.getParent());
        Files.writeString(
                kpi,
                Definitions.builtIn()
                        .text("kpi/repeat_contacts.sql")
                        .orElseThrow()
                        .replace("<= 30", "<= 20"));
        Definitions changed = Definitions.builtIn().with(data.resolve("sql"));

        Refresh.Published published = city.publish(changed);

        assertTrue(published.isNew());
        assertEquals(List.of("resident_contact: all of it", "service_step: what changed"), steps(published));

        SharedSpark.session()
                .sql("alter table delta.`%s` set tblproperties (delta.enableChangeDataFeed = false)"
                        .formatted(city.lake()));
        change("delete from %s where event_id = '17'", "");
        assertEquals(WHOLE, steps(city.publish(changed)));
    }

    private static List<String> steps(Refresh.Published published) {
        return published.notes().stream()
                .filter(note -> note.endsWith("all of it") || note.endsWith("what changed"))
                .toList();
    }

    private void change(String sql, String dice, Object... more) {
        Object[] arguments = Stream.concat(Stream.of("delta.`" + city.lake() + "`", dice), Stream.of(more))
                .toArray();
        SharedSpark.session().sql(sql.formatted(arguments));
    }
}
