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
        Path made = folder.resolve("made");
        Here here = new Here(new JobFolders(made));
        here.ingest(List.of(files.write(folder, 1)));
        here.refresh();
        here.ingest(List.of(files.write(folder, 2)));
        try (SmallDisk disk = SmallDisk.at(Files.createDirectories(folder.resolve("disk")))) {
            Path data = folder.resolve("disk/data");
            SmallDisk.run("cp", "-r", made.toString(), disk.seen(data).toString());
            Path publications = disk.seen(data).resolve("helsinki/publications");
            List<Path> before = all(publications);

            try (JobProcess job = disk.start(data, folder, "refresh")) {
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
            assertEquals(List.of(), all(disk.seen(data).resolve("helsinki/work")));

            disk.free();
            try (JobProcess job = disk.start(data, folder, "refresh")) {
                assertEquals(0, job.end(), () -> job.said().toString());
                // the process before had added up all but published nothing
                assertTrue(
                        job.said().stream().noneMatch(line -> line.startsWith("adding up ")),
                        () -> job.said().toString());
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
