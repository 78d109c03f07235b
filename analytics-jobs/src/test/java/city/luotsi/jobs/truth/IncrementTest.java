package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.crash.Published;
import city.luotsi.jobs.publish.Refresh;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that came about step by step are those of all of the lake, row for row. */
class IncrementTest {
    private static final List<String> BY_STEPS =
            List.of("resident_contact: what changed", "service_step: what changed");
    /** Cases before it stay as they are, and so does the first month. */
    private static final String LATER = "requested_month > date '2025-03-01'";

    private static final List<String> WHOLE = List.of("resident_contact: all of it", "service_step: all of it");

    @TempDir
    private Path data;

    private PublishedCity city = new PublishedCity(Path.of(""), "helsinki");

    @BeforeEach
    void copyTheFirst() throws IOException {
        assertEquals(WHOLE, steps(EdgeCaseCity.published()));
        city = EdgeCaseCity.copy(data);
    }

    @Test
    void ofAYearOfCorrectionsLateClosingsMovedDistrictsAndDeletions() throws Exception {
        for (int month = 0; month < 12; month += 4) {
            String dice = "abs(xxhash64(event_id, %d, 'change')) %% 100".formatted(month);
            // late closings, some of cases that were closed already; reopened ones; moved districts; other services,
            // residents, channels and answers
            change("""
                    update %1$s set
                        ended_at = case when %2$s < 6 then requested_at + make_interval(0, 0, 0, 9 * (%2$s)) else ended_at end,
                        status = case when %2$s < 6 then 'completed' when %2$s = 30 then 'open' else status end,
                        district_code = case when %2$s between 10 and 12 then '704' else district_code end,
                        resident = case when %2$s between 10 and 12 then resident + 1 else resident end,
                        service_code = case when %2$s = 20 then 'dental_care' else service_code end,
                        channel = case when %2$s = 20 then 'web' else channel end,
                        satisfaction = case when %2$s = 20 and feed = 'alpha' then 5 else satisfaction end
                    where %2$s < 31 and %3$s""", dice, LATER);
            change("delete from %1$s where %2$s = 40 and %3$s", dice, LATER);
            // new requests of later days, with due dates that aren't reached yet
            String later = " + make_interval(0, %d)".formatted(month + 1);
            add(
                    "not startswith(event_id, 'new') and %s between 50 and 52 and %s".formatted(dice, LATER),
                    Map.of(
                            "event_id",
                            "concat('new-%d-', event_id)".formatted(month),
                            "requested_at",
                            "requested_at" + later,
                            "due_at",
                            "due_at" + later,
                            "ended_at",
                            "ended_at" + later,
                            "updated_at",
                            "updated_at + make_interval(0, 0, 0, %d)".formatted(17 * (month + 1)),
                            "requested_month",
                            "cast(date_trunc('month', requested_at%s) as date)".formatted(later)));
        }
        // nine versions of the lake in one step: rows that changed more than once cancel out
        List<String> before = firstMonthToldFrom();
        assertEquals(BY_STEPS, steps(city.publish()));
        assertEquals(before, firstMonthToldFrom(), "the first month was taken over");
        Files.delete(told());
        assertEquals(WHOLE, steps(city.refresh().rebuild("helsinki")));
        assertEquals(published(2), published(3));
    }

    @Test
    void ofDaysThatNobodyTouchedAndOfNewestDaysThatWereTakenBack() throws Exception {
        // cases fall due and repeats become known because one request shows that the data goes on
        add(
                "event_id = '17'",
                Map.of(
                        "event_id", "'newest'",
                        "requested_at", "timestamp '2025-09-08 09:00:00'",
                        "updated_at", "timestamp '2025-09-11 09:00:00'",
                        "requested_month", "date '2025-09-01'"));
        assertEquals(LocalDate.of(2025, 9, 10), city.publish().completeThrough());
        assertEquals(Optional.empty(), city.refresh().verify("helsinki"));

        change("delete from %s where event_id = 'newest'");
        assertEquals(LocalDate.of(2025, 8, 1), city.publish().completeThrough());
        assertEquals(Optional.empty(), city.refresh().verify("helsinki"));
    }

    @Test
    void andNothingIsPublishedWhereNothingHappenedAndAWrongCellIsFound() throws Exception {
        Refresh.Published again = city.publish();
        assertFalse(again.isNew());
        assertEquals(1, again.number());

        try (Stream<Path> files = Files.list(data.resolve("helsinki/cube"));
                Connection cube = DriverManager.getConnection("jdbc:duckdb:"
                        + files.filter(file -> file.toString().endsWith(".duckdb"))
                                .findFirst()
                                .orElseThrow());
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
        change("delete from %s where event_id = '17'");
        assertEquals(WHOLE, steps(city.publish(changed)));
    }

    private Path told() {
        return city.folders().cubes("helsinki").resolve("told.json");
    }

    /** Of two kinds of table; in the third, which counts equal which depends on all months, and so does what is hidden. */
    private List<String> firstMonthToldFrom() throws IOException {
        JsonNode kinds = new ObjectMapper().readTree(Files.readString(told())).path("byKind");
        List<String> fingerprints = Stream.of("resident_contact cell", "service_step bucket")
                .map(kind -> kinds.path(kind).at("/2025-02-01/fingerprint").asText())
                .toList();
        assertFalse(fingerprints.contains(""), fingerprints.toString());
        return fingerprints;
    }

    /** All that stands in a publication. */
    private Map<String, List<String>> published(long number) throws Exception {
        Path folder = city.folders().publications("helsinki");
        return Published.content(Published.file(folder, number));
    }

    private static List<String> steps(Refresh.Published published) {
        return published.notes().stream()
                .filter(note -> note.endsWith("all of it") || note.endsWith("what changed"))
                .toList();
    }

    /** @param sql with the lake as its first argument, before these others */
    private void change(String sql, String... others) {
        Object[] arguments = Stream.concat(Stream.of("delta.`" + city.lake() + "`"), Stream.of(others))
                .toArray();
        SharedSpark.session().sql(sql.formatted(arguments));
    }

    /** Adds events like some that are there, with other values in some columns. */
    private void add(String like, Map<String, String> values) {
        Map<String, Column> columns = new HashMap<>();
        values.forEach((name, expression) -> columns.put(name, functions.expr(expression)));
        SharedSpark.session()
                .read()
                .format("delta")
                .load(city.lake())
                .where(like)
                .withColumns(columns)
                .coalesce(1)
                .write()
                .format("delta")
                .mode(SaveMode.Append)
                .save(city.lake());
    }
}
