package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.query.CheckResult;
import city.luotsi.figures.query.PublicationReader;
import city.luotsi.jobs.SharedSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a publication says of its own data, and what isn't published at all. */
class ChecksTest {
    private static final Map<String, String> BROKEN = Map.of(
            "ended_before_requested", "ended_at < requested_at",
            "open_with_an_end", "status = 'open' and ended_at is not null",
            "ended_without_a_date", "status <> 'open' and ended_at is null",
            "due_before_requested", "due_at < requested_at",
            "service_named", "service_code is null");

    @Test
    void eventsThatContradictThemselvesAreCountedByFeedAndAFailedCheckStopsPublication(@TempDir Path data)
            throws Exception {
        PublishedCity city = new PublishedCity(data, "helsinki");
        EdgeCaseLake.write(SharedSpark.session(), city.lake());
        Path check = Files.createDirectories(data.resolve("sql/check")).resolve("too_late.sql");
        Files.writeString(check, """
                /*
                title:   { en: Too late, fi: Liian myöhään, sv: För sent }
                meaning: { en: "…", fi: "…", sv: "…" }
                of:      publication
                level:   fail
                */
                select city as what, 7 as found, 3 as allowed
                from publication
                """);

        IllegalStateException stopped = assertThrows(
                IllegalStateException.class,
                () -> city.publish(Definitions.builtIn().with(data.resolve("sql"))));

        assertEquals(
                "nothing is published, 1 checks failed: check/too_late.sql (helsinki): 7.00, allowed 3.00; what was published before stays",
                stopped.getMessage());
        assertFalse(Files.exists(data.resolve("helsinki/publications")));

        assertTrue(city.publish().notes().stream().anyMatch(note -> note.startsWith("warning: check/")));
        try (Connection connection = city.open()) {
            List<CheckResult> results = PublicationReader.read(connection).checks();
            BROKEN.forEach((name, condition) -> assertEquals(broken(city, condition), found(results, name), name));
        }
    }

    private static Map<String, Double> broken(PublishedCity city, String condition) {
        Map<String, Double> byFeed = new TreeMap<>(Map.of("alpha", 0.0, "beta", 0.0));
        SharedSpark.session()
                .read()
                .format("delta")
                .load(city.lake())
                .where(condition)
                .groupBy("feed")
                .count()
                .collectAsList()
                .forEach(row -> byFeed.put(row.getString(0), (double) row.getLong(1)));
        return byFeed;
    }

    private static Map<String, Double> found(List<CheckResult> results, String check) {
        Map<String, Double> byFeed = new TreeMap<>();
        results.stream()
                .filter(result -> result.check().name().equals(check))
                .forEach(result -> byFeed.put(result.what(), result.found()));
        return byFeed;
    }
}
