package city.luotsi.jobs.cube;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The cube as it was added up from one version of the lake: every cell, before anything is hidden. A DuckDB file that
 * never leaves the operator's machine; the next one is made from it and from what changed.
 */
final class CubeFile implements AutoCloseable {
    private static final String SCHEMA = """
            -- one row: the version of the lake that was added up, the last day that counts, which checks were counted, and
            -- how many cells were replaced since the file was written anew: so many of its rows are dead
            create or replace table state
                (lake_version bigint not null, complete_through date not null, checks text not null, replaced bigint not null);
            -- one row per subject: what its figures depend on besides the lake
            create or replace table subject (subject text primary key, fingerprint text not null);
            create or replace table survey_requests
                (feed text, source text, day date, events bigint, to_locate bigint, answers bigint);
            create or replace table survey_stamps (feed text, source text, day date, events bigint);
            create or replace table survey_checks (feed text, check_name text, broken bigint, of_rows bigint);
            """;
    /** A file of more dead rows than this part of the living ones is written anew. */
    private static final double MOST_DEAD = 0.5;

    private final Connection connection;
    private long replaced;

    private CubeFile(Connection connection) {
        this.connection = connection;
    }

    /** @param file must not exist yet */
    static CubeFile create(Path file) throws SQLException {
        CubeFile cube = open(file);
        cube.execute(SCHEMA);
        return cube;
    }

    /**
     * A copy of an older cube, to be brought up to date: copying a file costs less than writing all of its cells again for
     * the sake of a few.
     *
     * @param file must not exist yet
     */
    static CubeFile continuing(State older, Path file) throws SQLException, IOException {
        boolean anew = older.replaced() > MOST_DEAD * older.cells();
        if (!anew) {
            Files.copy(older.file(), file);
        }
        CubeFile cube = open(file);
        if (anew) {
            cube.execute("attach '%s' as older (read_only)"
                    .formatted(quoted(older.file().toString())));
            cube.execute("copy from database older to " + cube.name());
            cube.execute("detach older");
        } else {
            cube.replaced = older.replaced();
        }
        cube.execute(SCHEMA);
        return cube;
    }

    private String name() throws SQLException {
        List<String> names = new ArrayList<>();
        each("select '\"' || current_database() || '\"'", row -> names.add(row.getString(1)));
        return names.getFirst();
    }

    private static CubeFile open(Path file) throws SQLException {
        CubeFile cube = new CubeFile(DriverManager.getConnection("jdbc:duckdb:" + file));
        cube.execute("set temp_directory = '%s'".formatted(quoted(file + ".tmp")));
        cube.execute("set memory_limit = '1GB'");
        return cube;
    }

    /** @throws SQLException if it isn't one, or one of another release */
    static State read(Path file) throws SQLException {
        java.util.Properties readOnly = new java.util.Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly)) {
            CubeFile cube = new CubeFile(connection);
            Map<String, String> fingerprints = new HashMap<>();
            Map<SurveyCounts.Day, SurveyCounts.Requests> requests = new HashMap<>();
            Map<SurveyCounts.Day, Long> stamps = new HashMap<>();
            Map<SurveyCounts.Checked, SurveyCounts.Broken> checks = new HashMap<>();
            cube.each("from subject", row -> fingerprints.put(row.getString(1), row.getString(2)));
            cube.each(
                    "from survey_requests",
                    row -> requests.put(
                            day(row), new SurveyCounts.Requests(row.getLong(4), row.getLong(5), row.getLong(6))));
            cube.each("from survey_stamps", row -> stamps.put(day(row), row.getLong(4)));
            cube.each(
                    "from survey_checks",
                    row -> checks.put(
                            new SurveyCounts.Checked(row.getString(1), row.getString(2)),
                            new SurveyCounts.Broken(row.getLong(3), row.getLong(4))));
            List<Long> cells = new ArrayList<>();
            cube.each(
                    "select coalesce(sum(estimated_size), 0)::bigint from duckdb_tables() where not internal",
                    row -> cells.add(row.getLong(1)));
            List<State> states = new ArrayList<>();
            cube.each(
                    "from state",
                    row -> states.add(new State(
                            file,
                            row.getLong(1),
                            row.getObject(2, LocalDate.class),
                            row.getString(3),
                            row.getLong(4),
                            cells.getFirst(),
                            fingerprints,
                            new SurveyCounts(requests, stamps, checks))));
            return states.stream().findFirst().orElseThrow(() -> new SQLException("the table 'state' is empty"));
        }
    }

    /**
     * What a finished cube says about itself.
     *
     * @param completeThrough the last day that is in it
     * @param checks the text of the checks that are counted in its survey
     * @param replaced cells since the file was written anew
     * @param cells about as many as it has
     * @param fingerprints by subject
     */
    record State(
            Path file,
            long lakeVersion,
            LocalDate completeThrough,
            String checks,
            long replaced,
            long cells,
            Map<String, String> fingerprints,
            SurveyCounts survey) {
        State {
            fingerprints = Map.copyOf(fingerprints);
        }

        /** Whether nothing has happened since. */
        boolean describes(long version, LakeSurvey now, String sameChecks, Map<String, String> definitions) {
            return version == lakeVersion
                    && now.data().to().equals(completeThrough)
                    && sameChecks.equals(checks)
                    && definitions.equals(fingerprints);
        }
    }

    /** A table that was added up whole. */
    void whole(AddedUp rows) throws SQLException {
        CubeTable table = rows.table();
        execute("create or replace table %s as select %s from %s where %s order by %s"
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
        execute("create or replace temp table change as select %s from %s".formatted(columns(table), parquet(change)));
        execute("""
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
        List<String> known = Stream.concat(
                        Stream.of("state", "subject", "survey_requests", "survey_stamps", "survey_checks"),
                        tables.stream().map(CubeTable::name))
                .toList();
        List<String> others = new ArrayList<>();
        each(
                "select table_name from duckdb_tables() where not internal and not temporary",
                row -> others.add(row.getString(1)));
        others.removeAll(known);
        for (String table : others) {
            execute("drop table " + table);
        }
    }

    private static String sameCell(CubeTable table, String other) {
        return table.cellKeys().stream()
                .map(key -> "cell.%1$s is not distinct from %2$s.%1$s".formatted(key, other))
                .collect(Collectors.joining(" and "));
    }

    /** Cells of nothing are left out. */
    private void insert(CubeTable table, String source) throws SQLException {
        execute("insert into %1$s (%2$s) select %2$s from %3$s where %4$s order by %5$s"
                .formatted(table.name(), columns(table), source, something(table), sorted(table)));
    }

    private void replace(String delete) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            replaced += statement.executeUpdate(delete);
        }
    }

    private static String parquet(AddedUp rows) {
        return "read_parquet('%s')".formatted(quoted(rows.files()));
    }

    /** The last to be written: without it the file isn't a cube. */
    void state(
            long lakeVersion,
            LocalDate completeThrough,
            String checks,
            Map<String, String> fingerprints,
            SurveyCounts survey)
            throws SQLException {
        try (DuckDBAppender appender = appender("subject")) {
            for (Map.Entry<String, String> subject : fingerprints.entrySet()) {
                appender.beginRow();
                appender.append(subject.getKey()).append(subject.getValue());
                appender.endRow();
            }
        }
        try (DuckDBAppender appender = appender("survey_requests")) {
            for (var entry : survey.requests().entrySet()) {
                SurveyCounts.Requests requests = entry.getValue();
                appender.beginRow();
                append(appender, entry.getKey());
                appender.append(requests.events()).append(requests.toLocate()).append(requests.answers());
                appender.endRow();
            }
        }
        try (DuckDBAppender appender = appender("survey_stamps")) {
            for (var entry : survey.stamps().entrySet()) {
                appender.beginRow();
                append(appender, entry.getKey());
                appender.append(entry.getValue().longValue());
                appender.endRow();
            }
        }
        try (DuckDBAppender appender = appender("survey_checks")) {
            for (var entry : survey.checks().entrySet()) {
                appender.beginRow();
                appender.append(entry.getKey().feed()).append(entry.getKey().check());
                appender.append(entry.getValue().broken())
                        .append(entry.getValue().rows());
                appender.endRow();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("insert into state values (?, ?, ?, ?)")) {
            statement.setLong(1, lakeVersion);
            statement.setObject(2, completeThrough);
            statement.setString(3, checks);
            statement.setLong(4, replaced);
            statement.execute();
        }
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
        List<String> types = new ArrayList<>();
        each(
                "select column_type from (describe %s) where column_name = '%s'"
                        .formatted(table.name(), column.replace("\"", "")),
                row -> types.add(row.getString(1)));
        return types.getFirst();
    }

    private static SurveyCounts.Day day(ResultSet row) throws SQLException {
        return new SurveyCounts.Day(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class));
    }

    private static void append(DuckDBAppender appender, SurveyCounts.Day day) throws SQLException {
        appender.append(day.feed()).append(day.source()).append(day.day());
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    private interface RowUse {
        void row(ResultSet row) throws SQLException;
    }

    private void each(String sql, RowUse use) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                use.row(rows);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }

    @Override
    public void close() throws SQLException {
        // closed whatever happens, or the file of a full disk keeps its space
        try (connection) {
            execute("checkpoint");
        }
    }

    /** The first table in which two cubes differ, in words. */
    static Optional<String> difference(Path one, Path other, List<CubeTable> tables) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            CubeFile both = new CubeFile(connection);
            both.execute("attach '%s' as one (read_only)".formatted(quoted(one.toString())));
            both.execute("attach '%s' as other (read_only)".formatted(quoted(other.toString())));
            for (CubeTable table : tables) {
                String columns = Stream.concat(table.keys().stream(), table.measures().stream())
                        // a sketch's bytes depend on the order in which Spark merged it; its counts don't
                        .filter(column -> !column.equals("sketch"))
                        .map(CubeFile::column)
                        .collect(Collectors.joining(", "));
                List<String> rows = new ArrayList<>();
                both.each("""
                        select count(*), any_value(cells::text) from (
                            (select %1$s from one.%2$s except all select %1$s from other.%2$s)
                            union all
                            (select %1$s from other.%2$s except all select %1$s from one.%2$s)
                        ) as cells""".formatted(columns, table.name()), row -> {
                    if (row.getLong(1) > 0) {
                        rows.add("%,d rows of %s differ, for example %s"
                                .formatted(row.getLong(1), table.name(), row.getString(2)));
                    }
                });
                if (!rows.isEmpty()) {
                    return Optional.of(rows.getFirst());
                }
            }
            return Optional.empty();
        }
    }
}
