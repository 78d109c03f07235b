package city.luotsi.jobs.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void anOriginalIsKeptOnceUnderTheHashOfItsContent() throws IOException {
        Path file = Files.writeString(folder.resolve("Requests.CSV"), "abc");
        Landing landing = new Landing(folder.resolve("landing"));

        Landed first = landing.copy(file, Format.CSV);
        Landed again = landing.copy(file, Format.CSV);

        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.csv",
                first.path().getFileName().toString());
        assertTrue(first.isNew());
        assertFalse(again.isNew());
        landing.remove(again);
        assertTrue(Files.exists(first.path()));
        landing.remove(first);
        assertFalse(Files.exists(first.path()));
    }

    @Test
    void whatARunThatWasKilledLeftBehindIsOverwritten() throws IOException {
        Path left = Files.createDirectories(folder.resolve("landing")).resolve(".incoming");
        Files.writeString(left, "half of a much longer file");
        Path file = Files.writeString(folder.resolve("requests.csv"), "abc");

        Landed landed = new Landing(folder.resolve("landing")).copy(file, Format.CSV);

        assertEquals("abc", Files.readString(landed.path()));
        assertFalse(Files.exists(left));
    }

    @Test
    void aFullDiskIsNoticedBeforeAnythingIsCopied() throws IOException {
        Path file = Files.writeString(folder.resolve("requests.csv"), "abc");
        Landing landing = new Landing(folder.resolve("landing"), _ -> 12 << 20);

        JobException refused = assertThrows(JobException.class, () -> landing.copy(file, Format.CSV));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("too little disk for " + file + ": about 200 MB needed, 12 MB free"), message);
        try (Stream<Path> files = Files.list(folder.resolve("landing"))) {
            assertEquals(0, files.count());
        }
    }
}
