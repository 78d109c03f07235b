package city.luotsi.jobs.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder. One run at a time publishes there; dashboards of this machine read it. */
record LocalFiles(Path folder) implements PublicationFiles {
    private static final String DRAFT = ".entry";

    @Override
    public Set<String> names() throws IOException {
        return all().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> !name.startsWith("."))
                .collect(Collectors.toSet());
    }

    @Override
    public String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Override
    public void put(Path file, String name) throws IOException {
        Files.createDirectories(folder);
        Files.move(file, folder.resolve(name));
    }

    @Override
    public boolean create(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, DRAFT, ".json");
        try {
            Files.writeString(draft, text);
            // a hard link is created whole or not at all, and fails if the name is taken
            Files.createLink(folder.resolve(name), draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(draft);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public Path local(String name, Path work) {
        return folder.resolve(name);
    }

    /** Whether another process has it open: DuckDB holds a lock on what it reads. */
    @Override
    public boolean isInUse(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void sweep(Set<String> unnamed, Instant now) throws IOException {
        for (Path file : all()) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith(DRAFT) || unnamed.contains(name)) {
                Files.delete(file);
            }
        }
    }

    /** A place of this folder's disk that no reader looks at, so that what is written there can be moved here at once. */
    Path draft() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, DRAFT, ".duckdb");
    }

    private List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
