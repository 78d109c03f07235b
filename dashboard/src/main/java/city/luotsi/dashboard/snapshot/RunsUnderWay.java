package city.luotsi.dashboard.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the jobs are doing now. Each says it in a file of which it holds the lock; the system frees the lock of one that was
 * killed, so what it left there is never taken for the truth.
 */
@Component
public final class RunsUnderWay {
    private static final Logger LOG = LoggerFactory.getLogger(RunsUnderWay.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataFolder folder;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, List<RunUnderWay>> byCity = Map.of();

    RunsUnderWay(DataFolder folder) {
        this.folder = folder;
        look();
    }

    /** Those of a city. */
    public List<RunUnderWay> of(String city) {
        return byCity.getOrDefault(city, List.of());
    }

    /** Told after one began, went on to something else or ended; on a background thread. */
    public Snapshots.Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Looks at the folder once. */
    public synchronized void look() {
        Map<String, List<RunUnderWay>> found = new TreeMap<>();
        folder.locks().forEach((city, locks) -> {
            List<RunUnderWay> runs =
                    locks.stream().flatMap(lock -> read(lock).stream()).toList();
            if (!runs.isEmpty()) {
                found.put(city, runs);
            }
        });
        if (!found.equals(byCity)) {
            byCity = Map.copyOf(found);
            new ArrayList<>(listeners).forEach(RunsUnderWay::tell);
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("An open page could not be told of a run", e);
        }
    }

    private static Optional<RunUnderWay> read(Path file) {
        try {
            String text = Files.readString(file);
            // asking for the lock keeps a run from beginning, for a moment: only where one may be under way
            if (text.isBlank() || !isHeld(file)) {
                return Optional.empty();
            }
            JsonNode said = JSON.readTree(text);
            return Optional.of(new RunUnderWay(
                    said.path("run").asString(""),
                    Instant.parse(said.path("since").asString("")),
                    said.path("doing").asString("")));
        } catch (IOException | JacksonException | DateTimeException e) {
            // it is just being written, or this user may not read it: the next look may say more
            LOG.debug("{} says nothing", file, e);
            return Optional.empty();
        }
    }

    private static boolean isHeld(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        }
    }
}
