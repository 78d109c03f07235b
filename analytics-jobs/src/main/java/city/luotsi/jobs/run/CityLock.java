package city.luotsi.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One writer per city: two ingestions at once could both insert the same event. The system frees it when a run dies. The
 * locked file says what its holder is doing; once nobody holds the lock, it says nothing.
 */
public final class CityLock implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A dashboard that looks whether a run is alive has the lock for a moment. */
    private static final int ATTEMPTS = 10;

    private static final long BETWEEN_ATTEMPTS_MILLIS = 50;

    /** Those of this process: to open and close such a file once more would free its lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final String what;
    private final Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private CityLock(Path file, FileChannel channel, String what) {
        this.file = file;
        this.channel = channel;
        this.what = what;
    }

    /**
     * @param what only one of which may go on at a time
     * @throws JobException if another of this city is under way
     */
    public static CityLock take(JobFolders folders, String city, String what) {
        Path file = folders.of(city).resolve("." + what + ".lock");
        if (!HELD.add(file)) {
            throw underWay(city, what, "in this very process");
        }
        boolean taken = false;
        try {
            Files.createDirectories(folders.of(city));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = isLocked(channel);
            if (!taken) {
                channel.close();
                throw underWay(city, what, holder(file));
            }
            CityLock lock = new CityLock(file, channel, what);
            lock.say("");
            return lock;
        } catch (IOException e) {
            throw new JobException("can't write to %s: %s".formatted(folders.of(city), e.getMessage()), e);
        } finally {
            if (!taken) {
                HELD.remove(file);
            }
        }
    }

    /** Tells whoever looks at the lock what is being done, in words. */
    public void say(String doing) {
        try {
            byte[] text = JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("run", what)
                    .put("since", since.toString())
                    .put("doing", doing)
                    .put("process", ProcessHandle.current().pid()));
            channel.write(ByteBuffer.wrap(text), 0);
            channel.truncate(text.length);
        } catch (IOException e) {
            // a run that can't tell what it does, on a full disk say, does it all the same
        }
    }

    private static JobException underWay(String city, String what, String holder) {
        return new JobException(
                "another %s of %s is under way, %s; wait for it to end, nothing is lost".formatted(what, city, holder));
    }

    private static String holder(Path file) throws IOException {
        try {
            JsonNode said = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            String doing = said.path("doing").asText();
            return "since %s in process %s%s"
                    .formatted(
                            said.path("since").asText(),
                            said.path("process").asText(),
                            doing.isEmpty() ? "" : ", which is " + doing);
        } catch (JsonProcessingException e) {
            return "which is just beginning or ending";
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            boolean locked = channel.tryLock() != null;
            for (int attempt = 1; !locked && attempt < ATTEMPTS; attempt++) {
                // the file system tells nobody when a lock is let go
                Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
                locked = channel.tryLock() != null;
            }
            return locked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("can't free the lock", e);
        } finally {
            HELD.remove(file);
        }
    }
}
