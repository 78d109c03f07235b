package city.luotsi.jobs.source;

import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps each original once, under the hash of its content, so that a feed can be replayed. */
public final class Landing {
    /** Copy, rows and the lake's own files beside each other, with room to breathe. */
    private static final int SPACE_PER_BYTE = 4;

    private static final long RESERVE = 200L << 20;

    /** One name for all: what a killed run left is found by the next. */
    private static final String INCOMING = ".incoming";

    private final Path folder;
    private final FreeSpace space;

    /** How many bytes can still be written to a folder. */
    public interface FreeSpace {
        long of(Path folder) throws IOException;
    }

    public Landing(Path folder) {
        // asked of the folder itself: a file store is looked for among the mounts, which a container may not list
        this(folder, path -> path.toFile().getUsableSpace());
    }

    Landing(Path folder, FreeSpace space) {
        this.folder = folder;
        this.space = space;
    }

    /** Copies a file; the copy appears whole or not at all. */
    public Landed copy(Path file, Format format) {
        return place(file, format, false);
    }

    /** The same for a file that was made for this purpose and is wanted nowhere else. */
    public Landed move(Path file, Format format) {
        return place(file, format, true);
    }

    /** Takes a copy back that turned out to be no file of its feed. */
    public void remove(Landed landed) {
        try {
            if (landed.isNew()) {
                Files.deleteIfExists(landed.path());
            }
        } catch (IOException e) {
            throw new JobException("can't delete %s: %s".formatted(landed.path(), e.getMessage()), e);
        }
    }

    /** Deletes all other originals: nothing in the lake is from them any more. */
    public void keepOnly(List<Landed> kept) {
        Set<Path> paths = kept.stream().map(Landed::path).collect(Collectors.toSet());
        try (var files = Files.newDirectoryStream(folder, file -> !paths.contains(file))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new JobException("can't delete from %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** Deletes the half copy that a killed run left. */
    public void clear() {
        try {
            Files.deleteIfExists(folder.resolve(INCOMING));
        } catch (IOException e) {
            throw new JobException("can't delete from %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private Landed place(Path file, Format format, boolean move) {
        String name = String.valueOf(file.getFileName());
        try {
            Files.createDirectories(folder);
            if (!move) {
                requireSpace(file);
            }
            String hash = hash(file);
            Path target = folder.resolve(hash + format.endingOf(file));
            boolean isNew = !Files.exists(target);
            if (isNew && move) {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            } else if (isNew) {
                Path incoming = folder.resolve(INCOMING);
                if (!copied(file, incoming).equals(hash)) {
                    Files.delete(incoming);
                    throw new JobException(
                            "%s changed while it was copied; try again when it is complete".formatted(file));
                }
                Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Landed(name, target, hash, format, isNew);
        } catch (IOException e) {
            throw new JobException(
                    "%s could not be copied to %s: %s; check that it is readable and the folder writable"
                            .formatted(file, folder, e),
                    e);
        }
    }

    private void requireSpace(Path file) throws IOException {
        long needed = Files.size(file) * SPACE_PER_BYTE + RESERVE;
        long free = space.of(folder);
        if (free < needed) {
            throw new JobException(
                    "too little disk for %s: about %s needed, %s free at %s; free some or set LUOTSI_DATA to another disk"
                            .formatted(file, size(needed), size(free), folder));
        }
    }

    private static String size(long bytes) {
        return bytes < 1 << 30
                ? "%d MB".formatted(bytes >> 20)
                : String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1 << 30));
    }

    private static String hash(Path file) throws IOException {
        return copied(file, OutputStream.nullOutputStream());
    }

    private static String copied(Path file, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            return copied(file, out);
        }
    }

    private static String copied(Path file, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
                out.write(buffer, 0, length);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
