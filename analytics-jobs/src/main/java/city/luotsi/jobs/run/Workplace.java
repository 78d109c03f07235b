package city.luotsi.jobs.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * What a run writes for itself only. The next run of its kind, of which there is one at a time, clears it away. A folder of
 * the driver's; what executors write or read lies where all of them reach it: in that folder too or, if there is one, on the
 * store.
 */
public final class Workplace {
    private final Path folder;
    private final Optional<String> shared;

    Workplace(Path folder, Optional<String> shared) {
        this.folder = folder;
        this.shared = shared;
    }

    /** Where the driver itself writes. */
    public Path folder() {
        return folder;
    }

    /** Where executors write or read what has a name: what Spark is to be told. */
    public String shared(String name) {
        return shared.map(place -> place + "/" + name)
                .orElseGet(() -> folder.resolve(name).toString());
    }

    /** A file of the driver's for executors to read: what Spark is to be told. */
    public String shared(Path file) {
        if (shared.isEmpty()) {
            return file.toString();
        }
        String copy = shared("read/" + file.getFileName());
        var target = new org.apache.hadoop.fs.Path(copy);
        try {
            fileSystem(target).copyFromLocalFile(false, true, new org.apache.hadoop.fs.Path(file.toUri()), target);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("can't copy %s to %s: %s".formatted(file, copy, e.getMessage()), e);
        }
    }

    /**
     * What executors wrote under a name, as a folder of the driver's: what Spark would read of it. What begins with _ or .
     * is the writers' own; of a store that deletes in several steps some of it can still be listed while it goes.
     */
    public Path fetched(String name) {
        Path target = folder.resolve(name);
        if (shared.isEmpty()) {
            return target;
        }
        var source = new org.apache.hadoop.fs.Path(shared(name));
        try {
            Spark.delete(target);
            fetch(fileSystem(source), source, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("can't copy %s to %s: %s".formatted(source, target, e.getMessage()), e);
        }
    }

    private static void fetch(FileSystem store, org.apache.hadoop.fs.Path source, Path target) throws IOException {
        Files.createDirectories(target);
        for (FileStatus entry : store.listStatus(source, path -> !path.getName().matches("[_.].*"))) {
            Path copy = target.resolve(entry.getPath().getName());
            if (entry.isDirectory()) {
                fetch(store, entry.getPath(), copy);
            } else {
                store.copyToLocalFile(false, entry.getPath(), new org.apache.hadoop.fs.Path(copy.toUri()), true);
            }
        }
    }

    /** Makes it empty. */
    public void clear() {
        Spark.delete(folder);
        if (shared.isPresent()) {
            var place = new org.apache.hadoop.fs.Path(shared.get());
            try {
                fileSystem(place).delete(place, true);
            } catch (FileNotFoundException e) {
                // nothing was shared
            } catch (IOException e) {
                throw new UncheckedIOException("can't delete %s: %s".formatted(place, e.getMessage()), e);
            }
        }
    }

    private static FileSystem fileSystem(org.apache.hadoop.fs.Path path) throws IOException {
        return Store.fileSystem(path);
    }
}
