package city.luotsi.jobs.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.run.JobFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoRunsTest {
    @TempDir
    private Path folder;

    @Test
    void oneWinsAndTheOtherSaysSo() throws Exception {
        Path data = folder.resolve("data");
        Here here = new Here(new JobFolders(data));
        here.ingest(List.of(new FilesOfDays(7).write(folder, 1)));

        try (JobProcess first = JobProcess.start(data, folder, "refresh")) {
            assertTrue(
                    first.says(line -> line.startsWith("adding up ")),
                    () -> first.said().toString());
            first.whileItStands(() -> {
                try (JobProcess second = JobProcess.start(data, folder, "refresh")) {
                    assertEquals(1, second.end(), () -> second.said().toString());
                    String said = second.said().getLast();
                    assertTrue(
                            Pattern.matches(
                                    "another refresh of helsinki is under way, since \\S+Z in process %d, which is adding up \\w+; wait for it to end, nothing is lost"
                                            .formatted(first.pid()),
                                    said),
                            said);
                }
            });
            assertEquals(0, first.end(), () -> first.said().toString());
        }
        assertEquals(1, Published.newest(data.resolve("helsinki/publications")));
        // another process, this one, knows that nothing has changed since
        assertFalse(here.refresh().isNew());
    }
}
