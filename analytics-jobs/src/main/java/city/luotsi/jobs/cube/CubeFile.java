package city.luotsi.jobs.cube;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cube as it was added up from one version of the lake: every cell, before anything is hidden. A DuckDB file that
 * never leaves the operator's machine; the next one is made from it and from what changed.
 */
final class CubeFile implements AutoCloseable {
    /** A file of more dead rows than this part of the living ones is written anew. */
    private static final double MOST_DEAD = 0.5;

    private final CubeConnection connection;
    private long replaced;

    private CubeFile(CubeConnection connection) {
        this.connection = connection;
    }

    /** @param file must not exist yet */
    static CubeFile create(Path file) throws SQLException {
        CubeFile cube = new CubeFile(CubeConnection.to(file));
        cube.connection.execute(CubeState.SCHEMA);
        return cube;
    }

    /**
     * A copy of an older cube, to be brought up to date: copying a file costs less than writing all of its cells again for
     * the sake of a few.
     *
     * @param file must not exist yet
     */
    static CubeFile continuing(CubeState.Finished older, Path file) throws SQLException, IOException {
        boolean anew = older.state().replaced() > MOST_DEAD * older.cells();
        if (!anew) {
            Files.copy(older.file(), file);
        }
        CubeConnection connection = CubeConnection.to(file);
        CubeFile cube = new CubeFile(connection);
        if (anew) {
            String itself = connection
                    .texts("select '\"' || current_database() || '\"'")
                    .getFirst();
            connection.attach(older.file(), "older");
            connection.execute("copy from database older to " + itself);
            connection.execute("detach older");
        } else {
            cube.replaced = older.state().replaced();
        }
        connection.execute(CubeState.SCHEMA);
        return cube;
    }

    /** A table that was added up whole. */
    void whole(AddedUp rows) throws SQLException {
        CubeTable table = rows.table();
        connection.execute("create or replace table %s as select %s from %s where %s order by %s"
                .formatted(table.name(), columns(table), parquet(rows), something(table), sorted(table)));
    }

    /** What is to be added to a table. Cells that change go to its end, sorted: sorting all for the sake of a few costs more. */
    void changed(AddedUp change) throws SQLException {
        CubeTable table = change.table();
        List<String> sums = new ArrayList<>();
        for (String measure : table.sums()) {
            // a sum is wider than what it sums; the column stays as it was
            sums.add("cast(sum(%1$s) as %2$s) as %1$s".formatted(measure, type(table, measure)));
        }
        connection.execute(
                "create or replace temp table change as select %s from %s".formatted(columns(table), parquet(change)));
        connection.execute("""
                create or replace temp table changed as
                select %1$s, %2$s
                from (select %3$s from %4$s as cell semi join change on %5$s union all select %3$s from change)
                group by %1$s""".formatted(
                        String.join(", ", table.cellKeys()),
                        String.join(", ", sums),
                        columns(table),
                        table.name(),
                        sameCell(table, "change")));
        replace("delete from %s as cell using changed where %s".formatted(table.name(), sameCell(table, "changed")));
        insert(table, "changed");
    }

    /** A table in which some months are replaced. */
    void replaced(AddedUp months, List<LocalDate> which) throws SQLException {
        CubeTable table = months.table();
        replace("delete from %s where month in (%s)"
                .formatted(
                        table.name(), which.stream().map("date '%s'"::formatted).collect(Collectors.joining(", "))));
        insert(table, parquet(months));
    }

    /** Takes away what no definition asks for any more. */
    void only(List<CubeTable> tables) throws SQLException {
        Set<String> known = Stream.concat(
                        CubeState.TABLES.stream(), tables.stream().map(CubeTable::name))
                .collect(Collectors.toSet());
        for (String table :
                connection.texts("select table_name from duckdb_tables() where not internal and not temporary")) {
            if (!known.contains(table)) {
                connection.execute("drop table " + table);
            }
        }
    }

    private static String sameCell(CubeTable table, String other) {
        return table.cellKeys().stream()
                .map(key -> "cell.%1$s is not distinct from %2$s.%1$s".formatted(key, other))
                .collect(Collectors.joining(" and "));
    }

    /** Cells of nothing are left out. */
    private void insert(CubeTable table, String source) throws SQLException {
        connection.execute("insert into %1$s (%2$s) select %2$s from %3$s where %4$s order by %5$s"
                .formatted(table.name(), columns(table), source, something(table), sorted(table)));
    }

    private void replace(String delete) throws SQLException {
        replaced += connection.update(delete);
    }

    private static String parquet(AddedUp rows) {
        return "read_parquet('%s')".formatted(CubeConnection.quoted(rows.files()));
    }

    /** The last to be written. */
    void state(
            long lakeVersion,
            LocalDate completeThrough,
            String checks,
            Map<String, String> fingerprints,
            SurveyCounts survey)
            throws SQLException {
        new CubeState(lakeVersion, completeThrough, checks, replaced, fingerprints, survey).write(connection);
    }

    private static String something(CubeTable table) {
        return table.sums().stream().map("%s <> 0"::formatted).collect(Collectors.joining(" or "));
    }

    /** So that one service's days lie together: smaller, and faster to read. */
    private static String sorted(CubeTable table) {
        return Stream.concat(
                        table.cellKeys().stream().skip(1),
                        table.cellKeys().stream().limit(1))
                .collect(Collectors.joining(", "));
    }

    private static String columns(CubeTable table) {
        return Stream.concat(table.keys().stream(), table.measures().stream())
                .map(CubeFile::column)
                .collect(Collectors.joining(", "));
    }

    static String column(String name) {
        return name.equals("rows") ? "\"rows\"" : name;
    }

    private String type(CubeTable table, String column) throws SQLException {
        return connection
                .texts("select column_type from (describe %s) where column_name = '%s'"
                        .formatted(table.name(), column.replace("\"", "")))
                .getFirst();
    }

    @Override
    public void close() throws SQLException {
        // closed whatever happens, or the file of a full disk keeps its space
        try (connection) {
            connection.execute("checkpoint");
        }
    }
}
