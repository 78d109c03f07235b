package city.luotsi.jobs.cube;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB, as a cube's file needs it. */
record CubeConnection(Connection connection) implements AutoCloseable {

    /** Beside Spark's heap; what doesn't fit goes to the disk. */
    static CubeConnection to(Path file) throws SQLException {
        CubeConnection opened = new CubeConnection(DriverManager.getConnection("jdbc:duckdb:" + file));
        opened.execute("set temp_directory = '%s'".formatted(quoted(file + ".tmp")));
        opened.execute("set memory_limit = '1GB'");
        return opened;
    }

    static CubeConnection toRead(Path file) throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        return new CubeConnection(DriverManager.getConnection("jdbc:duckdb:" + file, readOnly));
    }

    /** To no file. */
    static CubeConnection inMemory() throws SQLException {
        return new CubeConnection(DriverManager.getConnection("jdbc:duckdb:"));
    }

    void attach(Path file, String name) throws SQLException {
        execute("attach '%s' as %s (read_only)".formatted(quoted(file.toString()), name));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many rows it changed. */
    long update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Reading<T> reading) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(reading.read(row));
            }
        }
        return rows;
    }

    List<String> texts(String sql) throws SQLException {
        return list(sql, row -> row.getString(1));
    }

    DuckDBAppender appender(String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    static String quoted(String text) {
        return text.replace("'", "''");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
