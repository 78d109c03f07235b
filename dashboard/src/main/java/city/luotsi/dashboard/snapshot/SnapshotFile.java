package city.luotsi.dashboard.snapshot;

import city.luotsi.figures.insight.SignalTable;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.PublicationReader;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** Opens a published file so that it can be read and nothing else. */
final class SnapshotFile {
    private static final Cleaner CLEANER = Cleaner.create();

    /** In this order: after the last two nothing can be loosened again. */
    private static final List<String> HARDENING = List.of(
            // many small questions side by side: each is quicker on the one thread that asks it
            "set global threads = 1",
            "set global memory_limit = '1GB'",
            "set global temp_directory = ''",
            "set global max_temp_directory_size = '0GB'",
            "set global autoload_known_extensions = false",
            "set global autoinstall_known_extensions = false",
            "set global allow_community_extensions = false",
            "set global allow_persistent_secrets = false",
            "set global max_execution_time = 30000",
            "set global enable_external_access = false",
            "set global disabled_filesystems = 'LocalFileSystem'",
            "set global lock_configuration = true");

    private SnapshotFile() {}

    /** @throws UnusablePublicationException if the publication is torn, missing or of an unknown schema */
    static Snapshot open(long number, Path json) {
        Announcement announcement = Announcement.read(json);
        announcement.verify(Publication.SCHEMA);
        try {
            DuckDBConnection root = connect(announcement.file());
            Snapshot snapshot = read(number, root);
            CLEANER.register(snapshot, () -> close(root));
            return snapshot;
        } catch (SQLException | RuntimeException e) {
            throw new UnusablePublicationException(announcement.file().getFileName() + " can't be opened", e);
        }
    }

    private static Snapshot read(long number, DuckDBConnection root) throws SQLException {
        try (Statement statement = root.createStatement()) {
            for (String setting : HARDENING) {
                statement.execute(setting);
            }
            return new Snapshot(number, PublicationReader.read(root), SignalTable.read(root), root);
        } catch (SQLException | RuntimeException e) {
            close(root);
            throw e;
        }
    }

    private static DuckDBConnection connect(Path file) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath(), properties);
        return connection.unwrap(DuckDBConnection.class);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a published file can't be closed", e);
        }
    }
}
