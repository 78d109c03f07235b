package city.luotsi.jobs.cube;

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
            -- one row: the version of the lake that was added up, the last day that counts, and which checks were counted
            create table state (lake_version bigint not null, complete_through date not null, checks text not null);
            -- one row per subject: what its figures depend on besides the lake
            create table subject (subject text primary key, fingerprint text not null);
            create table survey_requests (feed text, source text, day date, events bigint, to_locate bigint, answers bigint);
            create table survey_stamps (feed text, source text, day date, events bigint);
            create table survey_checks (feed text, check_name text, broken bigint, of_rows bigint);
            """;
    private static final String PREVIOUS = "previous";

    private final Connection connection;

    private CubeFile(Connection connection) {
        this.connection = connection;
    }

    /** @param file must not exist yet */
    static CubeFile create(Path file) throws SQLException {
        CubeFile cube = new CubeFile(DriverManager.getConnection("jdbc:duckdb:" + file));
        cube.execute("set temp_directory = '%s'".formatted(quoted(file + ".tmp")));
        cube.execute("set memory_limit = '1GB'");
        cube.execute(SCHEMA);
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
            List<State> states = new ArrayList<>();
            cube.each(
                    "from state",
                    row -> states.add(new State(
                            file,
                            row.getLong(1),
                            row.getObject(2, LocalDate.class),
                            row.getString(3),
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
     * @param fingerprints by subject
     */
    record State(
            Path file,
            long lakeVersion,
            LocalDate completeThrough,
            String checks,
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

    /** Takes what isn't added up anew from an older cube. */
    void attachPrevious(Path file) throws SQLException {
        execute("attach '%s' as %s (read_only)".formatted(quoted(file.toString()), PREVIOUS));
    }

    /** A table that was added up whole. */
    void whole(AddedUp rows) throws SQLException {
        create(rows.table(), "select %s from %s".formatted(columns(rows.table()), parquet(rows)));
    }

    /** A table of the older cube as it is. */
    void unchanged(CubeTable table) throws SQLException {
        execute("create table %1$s as from %2$s.%1$s".formatted(table.name(), PREVIOUS));
    }

    /**
     * A table of the older cube, and what is to be added to it. Cells that change go to its end: sorting all of them anew
     * for the sake of a few would cost more than everything else.
     */
    void changed(AddedUp change) throws SQLException {
        CubeTable table = change.table();
        List<String> sums = new ArrayList<>();
        for (String measure : table.sums()) {
            // a sum is wider than what it sums; the column stays as it was
            sums.add("cast(sum(%1$s) as %2$s) as %1$s".formatted(measure, type(table, measure)));
        }
        String sameCell = table.cellKeys().stream()
                .map("cell.%1$s is not distinct from change.%1$s"::formatted)
                .collect(Collectors.joining(" and "));
        execute("create or replace temp table change as select %s from %s".formatted(columns(table), parquet(change)));
        execute("""
                create table %1$s as
                select %2$s from %3$s as cell anti join change on %4$s
                union all
                (select %2$s from (
                    select %5$s, %6$s
                    from (select %2$s from %3$s as cell semi join change on %4$s union all select %2$s from change)
                    group by %5$s)
                where %7$s order by %8$s)""".formatted(
                        table.name(),
                        columns(table),
                        previous(table),
                        sameCell,
                        String.join(", ", table.cellKeys()),
                        String.join(", ", sums),
                        something(table),
                        sorted(table)));
    }

    /** A table of the older cube, in which some months are replaced. */
    void replaced(AddedUp months, List<LocalDate> which) throws SQLException {
        CubeTable table = months.table();
        create(
                table,
                "select %1$s from %2$s where month not in (%3$s) union all select %1$s from %4$s"
                        .formatted(
                                columns(table),
                                previous(table),
                                which.stream().map("date '%s'"::formatted).collect(Collectors.joining(", ")),
                                parquet(months)));
    }

    private static String previous(CubeTable table) {
        return PREVIOUS + "." + table.name();
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
        try (PreparedStatement statement = connection.prepareStatement("insert into state values (?, ?, ?)")) {
            statement.setLong(1, lakeVersion);
            statement.setObject(2, completeThrough);
            statement.setString(3, checks);
            statement.execute();
        }
    }

    /** Sorted so that one service's days lie together: smaller, and faster to read. Cells of nothing are left out. */
    private void create(CubeTable table, String select) throws SQLException {
        execute("create table %s as select %s from (%s) where %s order by %s"
                .formatted(table.name(), columns(table), select, something(table), sorted(table)));
    }

    private static String something(CubeTable table) {
        return table.sums().stream().map("%s <> 0"::formatted).collect(Collectors.joining(" or "));
    }

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
                        .formatted(previous(table), column.replace("\"", "")),
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
