package city.luotsi.jobs.lake;

import city.luotsi.jobs.run.ConditionalPut;
import io.delta.storage.HadoopFileSystemLogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log on an object store: of two runs that write one version, on whatever machines, one wins. Delta's own for S3
 * knows only of runs in the same process. Named in the settings of {@link city.luotsi.jobs.run.Store}.
 */
public final class StoredLog extends HadoopFileSystemLogStore {

    /** Called by Delta. */
    public StoredLog(Configuration configuration) {
        super(configuration);
    }

    @Override
    public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
            throws IOException {
        StringBuilder lines = new StringBuilder();
        actions.forEachRemaining(action -> lines.append(action).append('\n'));
        byte[] content = lines.toString().getBytes(StandardCharsets.UTF_8);
        FileSystem store = path.getFileSystem(configuration);
        if (overwrite) {
            try (var out = store.create(path, true)) {
                out.write(content);
            }
        } else if (!ConditionalPut.put(store, path, content)) {
            throw new FileAlreadyExistsException(path.toString());
        }
    }

    /** An object appears whole. */
    @Override
    public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
        return false;
    }
}
