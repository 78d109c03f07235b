package city.luotsi.jobs.cube;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;

/**
 * What a cube says about itself, in tables of its file.
 *
 * @param lakeVersion that was added up
 * @param completeThrough the last day that is in it
 * @param checks the text of the checks that are counted in its survey
 * @param replaced cells since the file was written anew
 * @param fingerprints by subject
 */
record CubeState(
        long lakeVersion,
        LocalDate completeThrough,
        String checks,
        long replaced,
        Map<String, String> fingerprints,
        SurveyCounts survey) {
    static final String SCHEMA = """
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

    static final List<String> TABLES = List.of("state", "subject", "survey_requests", "survey_stamps", "survey_checks");

    CubeState {
        fingerprints = Map.copyOf(fingerprints);
    }

    /**
     * Of a finished cube.
     *
     * @param cells about as many as it has
     */
    record Finished(Path file, long cells, CubeState state) {

        /** @throws SQLException if it isn't one, or one of another release */
        static Finished in(Path file) throws SQLException {
            try (CubeConnection cube = CubeConnection.toRead(file)) {
                long cells = cube.list(
                                "select coalesce(sum(estimated_size), 0)::bigint from duckdb_tables() where not internal",
                                row -> row.getLong(1))
                        .getFirst();
                return new Finished(file, cells, read(cube));
            }
        }
    }

    /** Whether nothing has happened since. */
    boolean describes(long version, LakeSurvey now, String sameChecks, Map<String, String> definitions) {
        return version == lakeVersion
                && now.data().to().equals(completeThrough)
                && sameChecks.equals(checks)
                && definitions.equals(fingerprints);
    }

    private static CubeState read(CubeConnection cube) throws SQLException {
        Map<String, String> fingerprints = new HashMap<>();
        Map<SurveyCounts.Day, SurveyCounts.Requests> requests = new HashMap<>();
        Map<SurveyCounts.Day, Long> stamps = new HashMap<>();
        Map<SurveyCounts.Checked, SurveyCounts.Broken> checks = new HashMap<>();
        cube.list("from subject", row -> fingerprints.put(row.getString(1), row.getString(2)));
        cube.list(
                "from survey_requests",
                row -> requests.put(
                        day(row), new SurveyCounts.Requests(row.getLong(4), row.getLong(5), row.getLong(6))));
        cube.list("from survey_stamps", row -> stamps.put(day(row), row.getLong(4)));
        cube.list(
                "from survey_checks",
                row -> checks.put(
                        new SurveyCounts.Checked(row.getString(1), row.getString(2)),
                        new SurveyCounts.Broken(row.getLong(3), row.getLong(4))));
        SurveyCounts survey = new SurveyCounts(requests, stamps, checks);
        return cube
                .list(
                        "from state",
                        row -> new CubeState(
                                row.getLong(1),
                                row.getObject(2, LocalDate.class),
                                row.getString(3),
                                row.getLong(4),
                                fingerprints,
                                survey))
                .stream()
                .findFirst()
                .orElseThrow(() -> new SQLException("the table 'state' is empty"));
    }

    /** Into its tables, which are empty; the one of a single row last: without it the file isn't a cube. */
    void write(CubeConnection cube) throws SQLException {
        try (DuckDBAppender appender = cube.appender("subject")) {
            for (Map.Entry<String, String> subject : fingerprints.entrySet()) {
                appender.beginRow();
                appender.append(subject.getKey()).append(subject.getValue());
                appender.endRow();
            }
        }
        try (DuckDBAppender appender = cube.appender("survey_requests")) {
            for (var entry : survey.requests().entrySet()) {
                SurveyCounts.Requests requests = entry.getValue();
                appender.beginRow();
                append(appender, entry.getKey());
                appender.append(requests.events()).append(requests.toLocate()).append(requests.answers());
                appender.endRow();
            }
        }
        try (DuckDBAppender appender = cube.appender("survey_stamps")) {
            for (var entry : survey.stamps().entrySet()) {
                appender.beginRow();
                append(appender, entry.getKey());
                appender.append(entry.getValue().longValue());
                appender.endRow();
            }
        }
        try (DuckDBAppender appender = cube.appender("survey_checks")) {
            for (var entry : survey.checks().entrySet()) {
                appender.beginRow();
                appender.append(entry.getKey().feed()).append(entry.getKey().check());
                appender.append(entry.getValue().broken())
                        .append(entry.getValue().rows());
                appender.endRow();
            }
        }
        try (PreparedStatement statement =
                cube.connection().prepareStatement("insert into state values (?, ?, ?, ?)")) {
            statement.setLong(1, lakeVersion);
            statement.setObject(2, completeThrough);
            statement.setString(3, checks);
            statement.setLong(4, replaced);
            statement.execute();
        }
    }

    private static SurveyCounts.Day day(ResultSet row) throws SQLException {
        return new SurveyCounts.Day(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class));
    }

    private static void append(DuckDBAppender appender, SurveyCounts.Day day) throws SQLException {
        appender.append(day.feed()).append(day.source()).append(day.day());
    }
}
