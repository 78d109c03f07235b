package city.luotsi.jobs.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.S3Server;
import city.luotsi.jobs.lake.StoredLog;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.Store;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Publications on an object store, and a folder that follows them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredPublicationsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final S3Server server = start();

    @TempDir
    private Path folder;

    private String origin = "";
    private Publications publications = new Publications(Path.of(""));

    private static S3Server start() {
        try {
            return S3Server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open(TestInfo test) {
        origin = "%s/%s/publications"
                .formatted(server.location(), test.getDisplayName().replaceAll("\\W", ""));
        publications = new Publications(new StoredFiles(origin));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void eachGetsTheNextNumberAndIsReadBackAsItWasWritten() throws IOException {
        assertEquals(List.of(), publications.entries());
        publish("2026-11-24T10:00:00Z");
        Publications.Entry second = publish("2026-11-24T11:00:00Z");

        assertEquals(2, second.number());
        assertEquals(second, publications.newest().orElseThrow());
        assertEquals(
                "figures of 2026-11-24T11:00:00Z",
                Files.readString(publications.readable(second, folder).orElseThrow()));
    }

    @Test
    void ofManyThatPublishAtOnceEachNumberIsOneRuns() throws Exception {
        int runs = 8;
        CyclicBarrier together = new CyclicBarrier(runs);
        List<Callable<Publications.Entry>> all = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            String time = "2026-11-24T10:00:0%dZ".formatted(run);
            all.add(() -> {
                Publications own = new Publications(new StoredFiles(origin));
                together.await();
                return publish(own, time);
            });
        }
        List<Publications.Entry> published = new ArrayList<>();
        int taken = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(runs)) {
            for (Future<Publications.Entry> run : pool.invokeAll(all)) {
                try {
                    published.add(run.get());
                } catch (ExecutionException e) {
                    assertTrue(e.getCause() instanceof PublicationTaken, "" + e.getCause());
                    taken++;
                }
            }
        }

        assertEquals(runs, published.size() + taken);
        assertEquals(
                published.size(),
                published.stream().map(Publications.Entry::number).distinct().count());
        assertEquals(Set.copyOf(published), Set.copyOf(publications.entries()));
        assertEquals(published.size(), files(".duckdb").size(), "the losers' files are gone");
    }

    @Test
    void cleaningLeavesWhatIsPinnedAndWhatIsCurrent() throws IOException {
        for (int day = 1; day <= 4; day++) {
            publish("2020-01-0%dT10:00:00Z".formatted(day));
        }
        publications.pin(2, true);

        assertEquals(List.of(1L, 3L), publications.clean(NOW));
        assertEquals(Set.of(2L), publications.pinned());
        publications.pin(2, false);
        assertEquals(List.of(2L), publications.clean(NOW));
        assertEquals(1, files(".duckdb").size());
    }

    @Test
    void aFileThatAnotherRunMayBeAboutToNameStaysForADay() throws IOException {
        new StoredFiles(origin).put(Files.writeString(folder.resolve("half"), "half"), "x.duckdb");

        publications.sweep(Instant.now());
        assertEquals(List.of("x.duckdb"), files(".duckdb"));
        publications.sweep(Instant.now().plusSeconds(90_000));
        assertEquals(List.of(), files(".duckdb"));
    }

    @Test
    void aPullBringsWhatIsThereAndTakesBackWhatIsThereNoLonger() throws IOException {
        publish("2020-01-01T10:00:00Z");
        publish("2020-01-02T10:00:00Z");
        Pull pull = pull();

        assertEquals(List.of(2L, 1L), pull.now(NOW).came());
        assertEquals(publications.entries(), new Publications(local()).entries());
        assertTrue(pull.now(NOW).isNone());
        publications.clean(NOW);
        publish("2020-01-03T10:00:00Z");
        Pull.Change change = pull.now(NOW);

        assertEquals(List.of(3L), change.came());
        assertEquals(List.of(1L), change.gone());
        assertEquals("publications of helsinki; pulled [3]; removed [1]", change.sentence("helsinki"));
        assertEquals(publications.entries(), new Publications(local()).entries());
    }

    @Test
    void aPullLeavesNothingOfAFileThatIsNotWhatItsEntrySays() throws IOException {
        publish("2026-11-24T10:00:00Z");
        Publications.Entry second = publish("2026-11-24T11:00:00Z");
        new StoredFiles(origin).put(Files.writeString(folder.resolve("other"), "something else"), second.file());

        JobException refused = assertThrows(JobException.class, () -> pull().now(NOW));

        assertTrue(String.valueOf(refused.getMessage()).contains("publication 2 of %s is damaged".formatted(origin)));
        assertEquals(List.of(), new Publications(local()).entries());
        try (Stream<Path> left = Files.list(local())) {
            assertEquals(List.of(local().resolve(".pulled-from")), left.toList());
        }
    }

    @Test
    void aPullDoesNotTouchAFolderOfOtherPublications() throws IOException {
        publish("2026-11-24T10:00:00Z");
        publish(new Publications(local()), "2026-11-24T09:00:00Z");

        JobException refused = assertThrows(JobException.class, () -> pull().now(NOW));

        assertTrue(
                String.valueOf(refused.getMessage()).contains("holds publications of this machine"),
                refused.getMessage());
        assertEquals(1, new Publications(local()).entries().size());
    }

    @Test
    void whenTheStoreIsEmptyAllStaysHere() throws IOException {
        Publications.Entry first = publish("2026-11-24T10:00:00Z");
        pull().now(NOW);
        new StoredFiles(origin).delete("1.json");

        assertTrue(pull().now(NOW).isNone());
        assertEquals(List.of(first), new Publications(local()).entries());
    }

    @Test
    void ofTwoThatWriteOneVersionOfTheLakeTheSecondIsTold() throws IOException {
        var configuration = Store.configuration();
        StoredLog log = new StoredLog(configuration);
        var version = new org.apache.hadoop.fs.Path(origin, "_delta_log/00000000000000000000.json");
        log.write(version, List.of("{\"one\":1}").iterator(), false, configuration);

        assertThrows(
                FileAlreadyExistsException.class,
                () -> log.write(version, List.of("{\"other\":1}").iterator(), false, configuration));

        try (var lines = log.read(version, configuration)) {
            assertEquals("{\"one\":1}", lines.next());
            assertFalse(lines.hasNext());
        }
    }

    private Pull pull() {
        return new Pull(origin, local(), step -> {});
    }

    private Path local() {
        return folder.resolve("publications");
    }

    private List<String> files(String ending) throws IOException {
        return new StoredFiles(origin)
                .names().stream().filter(name -> name.endsWith(ending)).toList();
    }

    private Publications.Entry publish(String time) throws IOException {
        return publish(publications, time);
    }

    private Publications.Entry publish(Publications where, String time) throws IOException {
        Path candidate = Files.writeString(Files.createTempFile(folder, "candidate", ".duckdb"), "figures of " + time);
        return where.publish(
                candidate,
                new Edition("helsinki", false, Instant.parse(time), 7, "fingerprint"),
                LocalDate.of(2026, 11, 23),
                42);
    }
}
