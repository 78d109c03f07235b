package city.luotsi.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A folder that goes when its run ends. Those of runs that were killed go when the next one makes its own. */
final class Temporary implements AutoCloseable {
    private static final String ALIVE = ".alive";

    /** Those of this process: to open and close such a file once more would free its lock. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    /** DuckDB unpacks its library, 70 MB, beside other temporary files of the machine; a killed process leaves it there. */
    private static final String LIBRARY = "libduckdb_java*.so";

    /** No longer about to be loaded; one that is loaded can be deleted. */
    private static final Duration UNPACKED = Duration.ofMinutes(10);

    private final Path folder;
    private final FileChannel alive;

    private Temporary(Path folder, FileChannel alive) {
        this.folder = folder;
        this.alive = alive;
    }

    /** @param parent of all such folders, and of nothing else */
    static synchronized Temporary in(Path parent) throws IOException {
        Files.createDirectories(parent);
        // one at a time, so that a folder is never seen before its owner has locked it
        try (FileChannel gate = locked(parent.resolve(".lock"));
                FileLock _ = gate.lock()) {
            sweep(parent);
            Path folder = Files.createDirectory(parent.resolve("run-" + UUID.randomUUID()));
            FileChannel alive = locked(folder.resolve(ALIVE));
            alive.lock();
            OWN.add(folder);
            return new Temporary(folder, alive);
        }
    }

    Path folder() {
        return folder;
    }

    private static FileChannel locked(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void sweep(Path parent) throws IOException {
        for (Path folder : folders(parent)) {
            if (!OWN.contains(folder) && !isAlive(folder)) {
                Spark.delete(folder);
            }
        }
        sweepLibraries(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static void sweepLibraries(Path machine) throws IOException {
        Instant old = Instant.now().minus(UNPACKED);
        try (var libraries = Files.newDirectoryStream(machine, LIBRARY)) {
            for (Path library : libraries) {
                if (Files.getLastModifiedTime(library).toInstant().isBefore(old) && Files.isWritable(library)) {
                    Files.deleteIfExists(library);
                }
            }
        } catch (NoSuchFileException e) {
            // another run was quicker
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static boolean isAlive(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(ALIVE), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() {
        Spark.delete(folder);
        OWN.remove(folder);
        try {
            alive.close();
        } catch (IOException e) {
            throw new UncheckedIOException("can't free " + folder, e);
        }
    }
}
