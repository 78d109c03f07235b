package city.luotsi.dashboard.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.Published;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    private static final String CITY = "helsinki-demo";

    @TempDir
    private Path data;

    @Test
    void nothing_is_shown_where_nothing_is_published() {
        assertThat(new Snapshots(new DataFolder(data.resolve("not-there"))).all())
                .isEmpty();
    }

    @Test
    void the_highest_number_is_shown_and_a_higher_one_is_noticed() throws IOException {
        publish(1);
        Snapshots snapshots = new Snapshots(new DataFolder(data));
        AtomicInteger told = new AtomicInteger();
        snapshots.onChange(told::incrementAndGet);
        assertThat(number(snapshots)).isEqualTo(1);

        publish(2);
        snapshots.look();

        assertThat(number(snapshots)).isEqualTo(2);
        assertThat(told).hasValue(1);
        snapshots.look();
        assertThat(told).hasValue(1);
    }

    @Test
    void a_torn_publication_is_skipped_and_said() throws IOException {
        publish(1);
        publish(2);
        Path file = publications().resolve("made-up-2.duckdb");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

        Snapshots snapshots = new Snapshots(new DataFolder(data));
        assertThat(number(snapshots)).isEqualTo(1);
        assertThat(snapshots.problem(CITY))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("2: made-up-2.duckdb isn't whole"));

        Files.write(file, whole);
        snapshots.look();
        assertThat(number(snapshots)).isEqualTo(2);
        assertThat(snapshots.problem(CITY)).isEmpty();
    }

    @Test
    void an_unknown_schema_is_skipped_and_said() throws IOException {
        publish(1);
        announce(3, "{\"file\": \"made-up-1.duckdb\", \"sha256\": \"0\", \"schema\": 99}");

        Snapshots snapshots = new Snapshots(new DataFolder(data));
        assertThat(number(snapshots)).isEqualTo(1);
        assertThat(snapshots.problem(CITY))
                .contains("3: made-up-1.duckdb has schema 99; this dashboard reads schema " + Publication.SCHEMA);
    }

    @Test
    void a_missing_file_and_a_torn_announcement_are_skipped_and_said() throws IOException {
        publish(1);
        announce(4, "{\"file\": \"gone.duckdb\", \"sha256\": \"0\", \"schema\": %d}".formatted(Publication.SCHEMA));
        Snapshots snapshots = new Snapshots(new DataFolder(data));
        assertThat(snapshots.problem(CITY)).contains("4: gone.duckdb is missing");

        announce(5, "{\"file\": ");
        snapshots.look();
        assertThat(snapshots.problem(CITY))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("5: 5.json can't be read"));
        assertThat(number(snapshots)).isEqualTo(1);
    }

    @Test
    void an_announcement_can_not_name_a_file_elsewhere() throws IOException {
        publish(1);
        announce(2, "{\"file\": \"../../other.duckdb\", \"sha256\": \"0\", \"schema\": 1}");
        assertThat(new Snapshots(new DataFolder(data)).problem(CITY))
                .contains("2: 2.json names a file of another folder: ../../other.duckdb");
    }

    @Test
    void a_page_that_keeps_the_old_publication_can_still_ask_it() throws IOException, SQLException {
        publish(1);
        Snapshots snapshots = new Snapshots(new DataFolder(data));
        Snapshot old = snapshots.current(CITY).orElseThrow();
        publish(2);
        snapshots.look();
        var series = old.answer(KpiQuery.of("requests", Period.month(2026, 10)));
        assertThat(series.only()).isInstanceOf(Figure.Known.class);
    }

    @Test
    void what_the_publication_does_not_know_counts_nowhere_and_is_no_sql() throws IOException, SQLException {
        publish(1);
        Snapshot snapshot = new Snapshots(new DataFolder(data)).current(CITY).orElseThrow();
        KpiQuery all = KpiQuery.of("requests", Period.month(2026, 10));
        for (String unknown : List.of("no_such_service", "x') or true or service in ('x")) {
            assertThat(snapshot.answer(all.where("service", Set.of(unknown))).only())
                    .isEqualTo(new Figure.Known(0, Optional.empty(), 1));
        }
        KpiQuery known = all.where("service", Set.of("resident_parking_permit"));
        assertThat(snapshot.answer(known).only().number().orElseThrow()).isPositive();
        assertThat(snapshot.answer(all.where("service", Set.of("resident_parking_permit", "x'")))
                        .only())
                .isEqualTo(snapshot.answer(known).only());
    }

    @Test
    void an_earlier_one_can_be_read_as_it_was_published() throws IOException, SQLException {
        publish(1);
        publish(2);
        Snapshots snapshots = new Snapshots(new DataFolder(data));

        Snapshot earlier = snapshots.asPublished(CITY + "@1").orElseThrow();
        assertThat(earlier.number()).isEqualTo(1);
        assertThat(earlier.place()).isEqualTo(CITY + "@1");
        assertThat(earlier.answer(KpiQuery.of("requests", Period.month(2026, 10)))
                        .only())
                .isInstanceOf(Figure.Known.class);
        assertThat(snapshots.current(CITY).orElseThrow().place()).isEqualTo(CITY);
        // the one that is open already
        assertThat(snapshots.asPublished(CITY + "@2").orElseThrow().isAsPublished())
                .isTrue();
        assertThat(snapshots.announced(CITY, 10)).extracting(Announced::number).containsExactly(2L, 1L);
        assertThat(snapshots.announced(CITY, 1)).hasSize(1);
    }

    @Test
    void what_is_not_there_or_can_not_be_used_is_not_read() throws IOException {
        publish(1);
        announce(2, "{\"file\": \"gone.duckdb\", \"sha256\": \"0\", \"schema\": %d}".formatted(Publication.SCHEMA));
        Snapshots snapshots = new Snapshots(new DataFolder(data));
        assertThat(snapshots.asPublished(CITY + "@2")).isEmpty();
        assertThat(snapshots.asPublished(CITY + "@3")).isEmpty();
        assertThat(snapshots.asPublished("atlantis@1")).isEmpty();
        assertThat(snapshots.asPublished(CITY + "@")).isEmpty();
    }

    private Path publications() throws IOException {
        return Files.createDirectories(data.resolve(CITY).resolve("publications"));
    }

    /** The same figures under another number and another file name. */
    private void publish(long number) throws IOException {
        Path from = Published.data().resolve(CITY).resolve("publications");
        String file = "made-up-" + number + ".duckdb";
        Files.copy(from.resolve("made-up-1.duckdb"), publications().resolve(file));
        announce(number, Files.readString(from.resolve("1.json")).replace("made-up-1.duckdb", file));
    }

    private void announce(long number, String json) throws IOException {
        Files.writeString(
                publications().resolve(number + ".json"),
                json,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static long number(Snapshots snapshots) {
        return snapshots.current(CITY).orElseThrow().number();
    }
}
