package city.luotsi.jobs.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.run.JobFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private final FilesOfDays files = new FilesOfDays(7);

    @TempDir
    private Path folder;

    @Test
    void whatWasPublishedStaysAndOnceThereIsRoomAgainARunSucceeds() throws Exception {
        try (SmallDisk disk = SmallDisk.at(Files.createDirectories(folder.resolve("disk")))) {
            Path data = disk.folder().resolve("data");
            Path publications = data.resolve("helsinki/publications");
            Here here = new Here(new JobFolders(data));
            here.ingest(List.of(files.write(folder, 1)));
            here.refresh();
            here.ingest(List.of(files.write(folder, 2)));
            List<Path> before = all(publications);

            try (JobProcess job = JobProcess.start(data, folder, "refresh")) {
                assertTrue(
                        job.says(line -> line.startsWith("writing the publication")),
                        () -> job.said().toString());
                disk.fill(job);

                assertEquals(1, job.end(), () -> job.said().toString());
                String said = String.join("\n", job.said());
                assertTrue(said.contains("the disk is full, or this user may not write more"), said);
                assertTrue(said.contains("free some, for example with 'jobs clean'"), said);
                assertTrue(said.contains("what was published before stays"), said);
                assertFalse(said.contains("\tat "), said);
            }
            assertEquals(before, all(publications));
            assertEquals(List.of(), all(data.resolve("helsinki/work")));

            disk.free();
            try (JobProcess job = JobProcess.start(data, folder, "refresh")) {
                assertEquals(0, job.end(), () -> job.said().toString());
            }
            assertEquals(2, Published.newest(publications));
        }
    }

    private static List<Path> all(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
