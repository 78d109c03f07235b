package city.luotsi.jobs.protect;

import city.luotsi.jobs.cube.CubeTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The file that is being written, with the cube attached to it as {@code cube}. */
record Duck(Connection connection) {

    interface RowUse {
        void row(ResultSet row) throws SQLException;
    }

    void execute(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    void each(String sql, RowUse use) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                use.row(rows);
            }
        }
    }

    /** By way of text, which holds every number exactly. */
    void insert(String table, String columns, List<? extends List<@Nullable String>> rows) throws SQLException {
        String texts = Arrays.stream(columns.split(", ", -1))
                .map(column -> column + " text")
                .collect(Collectors.joining(", "));
        execute("create or replace temp table told (%s)".formatted(texts));
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "told")) {
            for (List<@Nullable String> row : rows) {
                appender.beginRow();
                for (String text : row) {
                    if (text == null) {
                        appender.appendNull();
                    } else {
                        appender.append(text);
                    }
                }
                appender.endRow();
            }
        }
        execute("insert into %s (%s) select * from told".formatted(table, columns));
    }

    /** Whether a database has a table with all columns of another. */
    boolean hasTable(String database, CubeTable table) throws SQLException {
        Set<String> columns = new HashSet<>();
        each(
                "select column_name from duckdb_columns() where database_name = '%s' and table_name = '%s'"
                        .formatted(database, table.name()),
                row -> columns.add(row.getString(1)));
        return columns.containsAll(table.keys()) && columns.containsAll(table.measures());
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }

    static String list(Iterable<String> parts) {
        return String.join(", ", parts);
    }

    static String texts(List<String> texts) {
        return texts.stream()
                .map(text -> "'" + text.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
