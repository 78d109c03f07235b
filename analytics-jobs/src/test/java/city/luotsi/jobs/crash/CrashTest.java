package city.luotsi.jobs.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment, the job loses nothing, leaves nothing behind, and shows nobody anything half. */
class CrashTest {
    private static final long SEED = Long.getLong("luotsi.seed", 20261124);
    private static final int KILLS_EACH = 10;

    @TempDir
    private Path folder;

    /** Two cities at once: while one process starts, the other uses the second core. */
    @Test
    void theResultIsThatOfAnUndisturbedRun() throws Exception {
        System.out.println("seed " + SEED);
        List<KilledCity> cities = List.of(
                new KilledCity(Files.createDirectory(folder.resolve("one")), SEED, KILLS_EACH),
                new KilledCity(Files.createDirectory(folder.resolve("other")), SEED + 1, KILLS_EACH));
        try (ExecutorService both = Executors.newFixedThreadPool(cities.size())) {
            for (Future<Void> ended : both.invokeAll(cities)) {
                ended.get();
            }
        }
    }
}
