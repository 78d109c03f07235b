package city.luotsi.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.run.FileCounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
    private static final String HEADER = "event_id,requested_at,status,channel,ended_at,updated_at\n";
    private Path data;
    private Town town;

    @BeforeEach
    void town(@TempDir Path folder) {
        data = folder;
        town = new Town("helsinki", data.resolve("town"));
    }

    @Test
    void theLakeDependsOnTheSetOfFilesAndNotOnTheirOrder() {
        List<Path> files = List.of(
                // b changes twice; d has no update time, so the hash of its file decides; e moves to another month
                town.write("one.csv", HEADER + """
                        a,2026-01-05T10:00:00Z,open,web,,2026-01-05T10:00:00Z
                        b,2026-01-06T10:00:00Z,open,web,,2026-01-06T10:00:00Z
                        d,2026-02-01T10:00:00Z,open,,,
                        e,2026-02-02T10:00:00Z,open,,,2026-02-02T10:00:00Z
                        """),
                town.write("two.csv", HEADER + """
                        a,2026-01-05T10:00:00Z,open,web,,2026-01-05T10:00:00Z
                        b,2026-01-06T10:00:00Z,open,phone,,2026-01-06T10:00:00.5Z
                        b,2026-01-06T10:00:00Z,open,mail,,2026-01-06T10:00:00.4Z
                        c,2026-03-01T10:00:00Z,open,web,,2026-03-01T10:00:00Z
                        d,2026-02-01T10:00:00Z,completed,,2026-02-03T10:00:00Z,
                        """),
                town.write("three.csv", HEADER + """
                        b,2026-01-06T10:00:00Z,completed,web,2026-01-09T10:00:00Z,2026-01-09T10:00:00Z
                        d,2026-02-01T10:00:00Z,open,,,
                        e,2026-04-02T10:00:00Z,open,,,2026-04-02T10:00:00Z
                        e,2026-02-30T10:00:00Z,open,,,2026-04-05T10:00:00Z
                        """));
        Set<List<String>> outcomes = new HashSet<>();
        for (List<Path> order : rotations(files)) {
            Town inThisOrder = new Town("helsinki", data.resolve("order" + outcomes.size() + order.hashCode()));
            order.forEach(
                    file -> assertEquals(read(file), inThisOrder.ingest(file).read()));
            outcomes.add(inThisOrder.rows());
        }
        assertEquals(1, outcomes.size(), outcomes::toString);
        assertEquals(5, outcomes.iterator().next().size());
    }

    @Test
    void aFileTakenInAgainChangesNothing() {
        Path file = town.write("events.csv", HEADER + """
                a,2026-01-05T10:00:00Z,open,web,,2026-01-05T10:00:00Z
                a,2026-01-05T10:00:00Z,completed,web,2026-01-07T10:00:00Z,2026-01-07T10:00:00Z
                a,2026-01-05T10:00:00Z,completed,web,2026-01-07T10:00:00Z,2026-01-07T10:00:00Z
                b,2026-01-05T10:00:00Z,sleeping,web,,2026-01-05T10:00:00Z
                """);
        FileCounts first = town.ingest(file);
        List<String> rows = town.rows();
        long version = new Lake(SharedSpark.session(), town.folders().lake("helsinki")).version();

        FileCounts again = town.ingest(file);

        assertEquals(new FileCounts("events.csv", first.file(), "events", 4, 1, 0, 1, 1, 1), first);
        assertEquals(new FileCounts("events.csv", first.file(), "events", 4, 0, 0, 2, 1, 1), again);
        assertEquals(rows, town.rows());
        assertEquals(version, new Lake(SharedSpark.session(), town.folders().lake("helsinki")).version());
    }

    @Test
    void aChangeIsToldByTheChangeFeed() {
        town.ingest(town.write("before.csv", HEADER + "a,2026-01-05T10:00:00Z,open,web,,2026-01-05T10:00:00Z\n"));
        FileCounts counts = town.ingest(town.write(
                "after.csv", HEADER + "a,2026-01-05T10:00:00Z,failed,web,2026-01-08T10:00:00Z,2026-01-08T10:00:00Z\n"));

        assertEquals(1, counts.updated());
        Dataset<Row> changes = SharedSpark.session()
                .read()
                .format("delta")
                .option("readChangeFeed", true)
                .option("startingVersion", 2)
                .load(town.folders().lake("helsinki"));
        assertEquals(
                Set.of("update_preimage open", "update_postimage failed"),
                new HashSet<>(changes.selectExpr("concat(_change_type, ' ', status)").collectAsList().stream()
                        .map(row -> row.getString(0))
                        .toList()));
    }

    @Test
    void whatCannotBeTakenIsKeptWithRecordAndReason() {
        FileCounts counts = town.ingest(town.write("events.csv", HEADER + """
                a,2026-01-05T10:00:00Z,open,web,,
                ,2026-01-05T10:00:00Z,open,web,,
                c,yesterday,open,web,,
                d,2026-01-05T10:00:00Z,open,"smoke
                signal",,
                e,2026-01-05T10:00:00Z,open,web
                """));

        assertEquals(4, counts.quarantined());
        assertEquals(
                List.of(
                        "2: the key is missing",
                        "3: requested_at is no time: yesterday",
                        "4: impossible channel: smoke\nsignal",
                        "5: the record doesn't fit the header, or is cut off"),
                town.quarantined(counts));
    }

    @Test
    void whatAJobHasWrittenIsTakenInAtOnce() {
        Path folder = data.resolve("made");
        SharedSpark.session()
                .range(0, 1000, 1, 3)
                .selectExpr(
                        "cast(id as string) as event_id",
                        "timestamp '2026-01-01 00:00:00' + make_dt_interval(0, id) as requested_at",
                        "'open' as status",
                        "'demo' as feed")
                .write()
                .parquet(folder.toString());

        List<FileCounts> counts = town.ingest().written(folder, "events");

        assertEquals(3, counts.size());
        assertEquals(1000, counts.stream().mapToLong(FileCounts::inserted).sum());
        assertEquals(1000, town.count("feed = 'demo' and source = 'events'"));
        assertTrue(counts.stream()
                .allMatch(file -> town.count("file = '%s'".formatted(file.file())) == file.inserted()));
    }

    private static long read(Path file) {
        try (var lines = java.nio.file.Files.lines(file)) {
            return lines.count() - 1;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every one is first, and every one comes before every other in one of them. */
    private static <T> List<List<T>> rotations(List<T> items) {
        List<List<T>> all = new ArrayList<>();
        for (int first = 0; first < items.size(); first++) {
            List<T> order = new ArrayList<>(items);
            Collections.rotate(order, first);
            all.add(order);
        }
        return all;
    }
}
