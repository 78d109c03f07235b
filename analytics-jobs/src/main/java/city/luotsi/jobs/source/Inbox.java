package city.luotsi.jobs.source;

import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder into which other systems put files. A file is taken once it has stayed the same from one look to the next, so
 * that one still being written is left alone; names that begin with a point or end with {@code .part} never are.
 */
public final class Inbox {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(java.time.ZoneOffset.UTC);

    private final Path folder;
    private Map<Path, State> seen = Map.of();

    public Inbox(Path folder) {
        this.folder = folder;
    }

    private record State(long size, Instant changed) {}

    /** The files that have landed, in the order of their names. */
    public List<Path> landed() {
        Map<Path, State> now = new HashMap<>();
        List<Path> landed = new ArrayList<>();
        for (Path file : files()) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                State state = new State(
                        attributes.size(), attributes.lastModifiedTime().toInstant());
                if (state.equals(seen.get(file))) {
                    landed.add(file);
                }
                now.put(file, state);
            } catch (NoSuchFileException e) {
                // taken back by whoever put it there
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
        seen = now;
        return landed;
    }

    /** Removes a file that was taken: its original is in landing. */
    public void taken(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new JobException(
                    "%s was taken, but can't be removed: %s; remove it".formatted(file, e.getMessage()), e);
        }
    }

    /** Moves a file that can't be taken to {@code rejected/}, beside the reason. */
    public Path reject(Path file, String reason, Instant now) {
        Path rejected = folder.resolve("rejected");
        String name = STAMP.format(now) + "-" + file.getFileName();
        try {
            Files.createDirectories(rejected);
            Files.writeString(rejected.resolve(name + ".txt"), reason + "\n");
            return Files.move(file, rejected.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new JobException("%s can't be moved to %s: %s".formatted(file, rejected, e.getMessage()), e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return !name.startsWith(".") && !name.endsWith(".part");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private JobException unreadable(IOException e) {
        return new JobException("the inbox %s can't be read: %s".formatted(folder, e.getMessage()), e);
    }
}
