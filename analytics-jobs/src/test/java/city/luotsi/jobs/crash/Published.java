package city.luotsi.jobs.crash;

import city.luotsi.jobs.publish.SparkSketches;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a publication says, table by table. */
public final class Published {
    private Published() {}

    /** The number of the newest that is announced; 0 if there is none. */
    public static long newest(Path publications) throws IOException {
        if (!Files.isDirectory(publications)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(publications)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("\\d+\\.json"))
                    .mapToLong(name -> Long.parseLong(name.replace(".json", "")))
                    .max()
                    .orElse(0);
        }
    }

    public static Path file(Path publications, long number) throws IOException {
        return publications.resolve(new ObjectMapper()
                .readTree(Files.readString(publications.resolve(number + ".json")))
                .path("file")
                .asText());
    }

    /**
     * The rows of every table, sorted. Left out is what says when and from which version of the lake it was made: a killed
     * run may have left a version that says nothing new. Of a signal its life, which depends on what was published before. Of a
     * sketch it is the number that counts, not the order of its bytes.
     */
    public static Map<String, List<String>> content(Path file) throws SQLException {
        Map<String, List<String>> content = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, Reader.readOnly());
                Statement statement = connection.createStatement()) {
            for (String table : texts(statement, "select table_name from duckdb_tables() order by 1")) {
                content.put(table, rows(statement, table));
            }
        }
        return content;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery("select %s from %s where %s".formatted(columns(table), table, which(table)))) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    boolean sketch = row.getMetaData().getColumnName(column).equals("sketch");
                    values.add(sketch ? counted(row, column) : String.valueOf(row.getObject(column)));
                }
                rows.add(String.join(" | ", values));
            }
        }
        return rows.stream().sorted().toList();
    }

    private static String columns(String table) {
        return switch (table) {
            case "publication" -> "* exclude (created_at, lake_version)";
            case "signal" -> "* exclude (id, lead, state, first_told_at)";
            default -> "*";
        };
    }

    private static String which(String table) {
        return table.equals("signal") ? "state <> 'over'" : "true";
    }

    private static String counted(ResultSet row, int column) throws SQLException {
        java.sql.Blob sketch = row.getBlob(column);
        return String.valueOf(new SparkSketches().merged(List.of(sketch.getBytes(1, (int) sketch.length()))));
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
