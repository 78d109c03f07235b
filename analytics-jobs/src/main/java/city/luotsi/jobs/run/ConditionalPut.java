package city.luotsi.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.RemoteFileChangedException;

/** Writes an object only if there is none: of any number that do so at once, one wins (S3's {@code If-None-Match}). */
public final class ConditionalPut {
    private ConditionalPut() {}

    /**
     * @param content of which no two writers write the same
     * @return false if another was first
     * @throws IOException if it can't be said whether it is there now
     */
    public static boolean put(FileSystem store, Path path, byte[] content) throws IOException {
        // if the answer to a put is lost it is sent again, and finds itself there
        return isPut(store, path, content) || Arrays.equals(content, read(store, path));
    }

    /** Writes something for the sake of it: whether that was done, though it may have been there. */
    public static boolean isDone(FileSystem store, Path path) throws IOException {
        return isPut(store, path, new byte[0]);
    }

    private static boolean isPut(FileSystem store, Path path, byte[] content) throws IOException {
        FSDataOutputStreamBuilder<?, ?> object = store.createFile(path);
        object.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        object.recursive();
        try (OutputStream out = object.build()) {
            out.write(content);
        } catch (RemoteFileChangedException e) {
            return false;
        }
        return true;
    }

    private static byte[] read(FileSystem store, Path path) throws IOException {
        try (InputStream in = store.open(path)) {
            return in.readAllBytes();
        }
    }
}
