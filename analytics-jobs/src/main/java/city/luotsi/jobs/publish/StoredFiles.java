package city.luotsi.jobs.publish;

import city.luotsi.jobs.run.ConditionalPut;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.Store;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** A folder of an object store: any number of machines may publish there, and read it. */
final class StoredFiles implements PublicationFiles {
    /** A run of another machine may have put a file there that it is about to name; none takes as long as this. */
    private static final Duration ABOUT_TO_BE_NAMED = Duration.ofDays(1);

    /** Written twice before the first entry: a store that lets both pass would let two runs publish one number. */
    private static final String PROBE = ".conditional";

    private final org.apache.hadoop.fs.Path folder;
    private final FileSystem store;

    /** @param folder such as {@code s3a://luotsi/cities/helsinki/publications} */
    StoredFiles(String folder) {
        this.folder = new org.apache.hadoop.fs.Path(folder);
        try {
            this.store = Store.fileSystem(this.folder);
        } catch (IOException e) {
            throw new JobException("the store %s can't be reached: %s".formatted(folder, e.getMessage()), e);
        }
    }

    @Override
    public Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (FileStatus file : files()) {
            names.add(file.getPath().getName());
        }
        return names;
    }

    private FileStatus[] files() throws IOException {
        try {
            return store.listStatus(folder);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }

    @Override
    public String read(String name) throws IOException {
        try (InputStream in = store.open(at(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            throw missing(name, e);
        }
    }

    @Override
    public void put(Path file, String name) throws IOException {
        requireConditionalPuts();
        store.copyFromLocalFile(true, true, new org.apache.hadoop.fs.Path(file.toUri()), at(name));
    }

    @Override
    public boolean create(String name, String text) throws IOException {
        return ConditionalPut.put(store, at(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private void requireConditionalPuts() throws IOException {
        boolean first = ConditionalPut.isDone(store, at(PROBE));
        if (first && ConditionalPut.isDone(store, at(PROBE))) {
            throw new JobException(
                    "the store of %s overwrites what it is told not to (If-None-Match), so that two runs could publish one number; use one that doesn't"
                            .formatted(folder));
        }
    }

    @Override
    public void delete(String name) throws IOException {
        store.delete(at(name), false);
    }

    @Override
    public Path local(String name, Path work) throws IOException {
        Path copy = work.resolve(name);
        copyTo(name, copy);
        return copy;
    }

    /** @throws NoSuchFileException if there is none, or no longer */
    void copyTo(String name, Path copy) throws IOException {
        try {
            store.copyToLocalFile(false, at(name), new org.apache.hadoop.fs.Path(copy.toUri()), true);
        } catch (FileNotFoundException e) {
            throw missing(name, e);
        }
    }

    /** Readers have copies. */
    @Override
    public boolean isInUse(String name) {
        return false;
    }

    @Override
    public void sweep(Set<String> unnamed, Instant now) throws IOException {
        for (FileStatus file : files()) {
            Instant written = Instant.ofEpochMilli(file.getModificationTime());
            if (unnamed.contains(file.getPath().getName()) && written.isBefore(now.minus(ABOUT_TO_BE_NAMED))) {
                store.delete(file.getPath(), false);
            }
        }
    }

    private org.apache.hadoop.fs.Path at(String name) {
        return new org.apache.hadoop.fs.Path(folder, name);
    }

    private NoSuchFileException missing(String name, Exception cause) {
        NoSuchFileException missing = new NoSuchFileException(at(name).toString());
        missing.initCause(cause);
        return missing;
    }
}
