package city.luotsi.jobs.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    private Publications publications = new Publications(Path.of(""));

    @BeforeEach
    void open() {
        publications = new Publications(folder.resolve("publications"));
    }

    @Test
    void eachGetsTheNextNumberAndIsReadBackAsItWasWritten() throws IOException {
        publish("2026-11-24T10:00:00Z");
        Publications.Entry second = publish("2026-11-24T11:00:00Z");

        assertEquals(2, second.number());
        assertEquals(second, publications.newest().orElseThrow());
    }

    @Test
    void anEntryThatIsTornOrWhoseFileIsGoneIsNone() throws IOException {
        Publications.Entry first = publish("2026-11-24T10:00:00Z");
        Publications.Entry second = publish("2026-11-24T11:00:00Z");
        Files.delete(folder.resolve("publications").resolve(second.file()));
        Files.writeString(folder.resolve("publications/3.json"), "{\"file\": \"");

        assertEquals(first, publications.newest().orElseThrow());
        assertEquals(4, publish("2026-11-24T11:30:00Z").number(), "a number is never used again");
    }

    @Test
    void aDamagedOneIsNotReadAndWhatToDoIsSaid() throws IOException {
        Publications.Entry entry = publish("2026-11-24T10:00:00Z");
        Path file = folder.resolve("publications").resolve(entry.file());
        assertEquals(file, publications.readable(entry, folder).orElseThrow());

        Files.writeString(file, "half of it");

        JobException damaged = assertThrows(JobException.class, () -> publications.readable(entry, folder));
        assertTrue(
                String.valueOf(damaged.getMessage()).contains("put its file " + entry.file() + " back"),
                damaged.getMessage());
    }

    @Test
    void cleaningLeavesWhatIsPinnedAndWhatIsCurrentAndTakesWhatAKilledRunLeft() throws IOException {
        for (int day = 1; day <= 4; day++) {
            publish("2020-01-0%dT10:00:00Z".formatted(day));
        }
        publications.pin(2, true);
        Path orphan = Files.writeString(folder.resolve("publications/20200101T100000Z-abc.duckdb"), "half");
        Path draft = Files.writeString(folder.resolve("publications/.entry1.json"), "half");

        assertEquals(List.of(1L, 3L), publications.clean(NOW));

        assertEquals(
                List.of(2L, 4L),
                publications.entries().stream().map(Publications.Entry::number).toList());
        assertEquals(Set.of(2L), publications.pinned());
        assertFalse(Files.exists(orphan));
        assertFalse(Files.exists(draft));
        publications.pin(2, false);
        assertEquals(List.of(2L), publications.clean(NOW));
    }

    @Test
    void cleaningLeavesWhatAnotherProcessReads() throws Exception {
        Publications.Entry first = publish("2020-01-01T10:00:00Z");
        publish("2020-01-02T10:00:00Z");
        Path file = folder.resolve("publications").resolve(first.file());
        // as DuckDB locks what it reads
        Process reader = new ProcessBuilder("python3", "-c", """
                import fcntl, sys
                file = open(sys.argv[1], "rb")
                fcntl.lockf(file, fcntl.LOCK_SH)
                print("reading", flush=True)
                sys.stdin.read()
                """, file.toString()).start();
        try {
            assertEquals("reading", reader.inputReader().readLine());
            assertEquals(List.of(), publications.clean(NOW));
        } finally {
            reader.outputWriter().close();
            reader.waitFor();
        }
        assertEquals(List.of(1L), publications.clean(NOW));
    }

    @Test
    void pinningWhatIsNotThereIsRefused() throws IOException {
        publish("2026-11-24T10:00:00Z");

        JobException refused = assertThrows(JobException.class, () -> publications.pin(7, true));

        assertTrue(String.valueOf(refused.getMessage()).contains("there is no publication 7; there are [1]"));
    }

    private Publications.Entry publish(String time) throws IOException {
        Path candidate = Files.writeString(folder.resolve("candidate.duckdb"), "figures of " + time);
        return publications.publish(
                candidate,
                new Edition("helsinki", false, Instant.parse(time), 7, "fingerprint"),
                LocalDate.of(2026, 11, 23),
                42);
    }

    @Test
    void filesAreNamedByTimeAndContent() throws IOException {
        publish("2026-11-24T10:00:00Z");

        try (Stream<Path> files = Files.list(folder.resolve("publications"))) {
            assertTrue(files.map(file -> String.valueOf(file.getFileName()))
                    .anyMatch(name -> name.matches("20261124T100000Z-[0-9a-f]{12}\\.duckdb")));
        }
    }
}
