package city.luotsi.jobs.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One writer per city: two ingestions at once could both insert the same event. The system frees it when a run dies. */
public final class CityLock implements AutoCloseable {
    private final FileChannel channel;

    private CityLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param what only one of which may go on at a time
     * @throws JobException if another of this city is under way
     */
    public static CityLock take(JobFolders folders, String city, String what) {
        Path file = folders.of(city).resolve("." + what + ".lock");
        try {
            Files.createDirectories(folders.of(city));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new JobException(
                        "another %s of %s is under way (%s is locked); wait for it to end, nothing is lost"
                                .formatted(what, city, file));
            }
            return new CityLock(channel);
        } catch (IOException e) {
            throw new JobException("can't write to %s: %s".formatted(folders.of(city), e.getMessage()), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("can't free the lock", e);
        }
    }
}
