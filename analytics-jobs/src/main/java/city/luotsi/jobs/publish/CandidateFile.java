package city.luotsi.jobs.publish;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Check;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.insight.Findings;
import city.luotsi.figures.insight.Insight;
import city.luotsi.figures.insight.Signal;
import city.luotsi.figures.insight.SignalTable;
import city.luotsi.figures.query.CheckResult;
import city.luotsi.figures.query.Checks;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.PublicationReader;
import city.luotsi.jobs.cube.Cube;
import city.luotsi.jobs.cube.CubeTable;
import city.luotsi.jobs.cube.LakeSurvey;
import city.luotsi.jobs.cube.MeasureColumn;
import city.luotsi.jobs.place.DistrictFinder;
import city.luotsi.jobs.protect.Protection;
import city.luotsi.jobs.protect.ToldMonths;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Writes the DuckDB file that may become a publication. */
final class CandidateFile implements AutoCloseable {
    private final Connection connection;
    private final CandidateRows rows;

    private CandidateFile(Connection connection) {
        this.connection = connection;
        this.rows = new CandidateRows(connection);
    }

    /** @param file must not exist yet */
    static CandidateFile create(Path file, Definitions definitions) throws SQLException {
        CandidateFile candidate = new CandidateFile(DriverManager.getConnection("jdbc:duckdb:" + file));
        // beside Spark's heap; what doesn't fit goes to the disk
        candidate.rows.execute("set temp_directory = '%s'".formatted((file + ".tmp").replace("'", "''")));
        candidate.rows.execute("set memory_limit = '1GB'");
        String schema = definitions
                .text("snapshot/schema.sql")
                .orElseThrow(() -> new IllegalStateException("snapshot/schema.sql is missing from the built-in files"));
        candidate.rows.execute(schema);
        // one transaction for the many small inserts
        candidate.connection.setAutoCommit(false);
        return candidate;
    }

    /**
     * The cube's tables, with small groups hidden.
     *
     * @param before the publication before this one; the two together must not give away what each hides
     * @param told from what that one was told
     */
    Protection.Written cube(Cube cube, Catalogue catalogue, CityPack pack, Optional<Path> before, ToldMonths told)
            throws SQLException {
        // nothing can be attached within a transaction
        connection.commit();
        connection.setAutoCommit(true);
        attach(cube.file(), "cube");
        if (before.isPresent()) {
            attach(before.get(), "before");
        }
        connection.setAutoCommit(false);
        SparkSketches sketches = new SparkSketches();
        Protection.Written written =
                new Protection(connection, cube, catalogue, pack, before.map(file -> told), sketches::together).write();
        for (CubeTable table : written.tables()) {
            rows.insert(
                    "insert into grain select ?, ?, ?, ?, ?, count(*) from " + table.name(),
                    table.name(),
                    table.grain().subject(),
                    table.grain().kind().name().toLowerCase(Locale.ROOT),
                    table.grain().timeColumn(),
                    String.join(", ", table.keys()));
        }
        for (MeasureColumn column : cube.columns()) {
            rows.insert(
                    "insert into measure values (?, ?, ?, ?)",
                    column.kpi(),
                    column.role(),
                    column.subject(),
                    column.column());
        }
        return written;
    }

    private void attach(Path file, String name) throws SQLException {
        rows.execute("attach '%s' as %s (read_only)".formatted(file.toString().replace("'", "''"), name));
    }

    void describe(Edition edition, CityPack pack, LakeSurvey survey) throws SQLException {
        rows.insert(
                "insert into publication values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                edition.city(),
                pack.id(),
                pack.name().in(Locale.ENGLISH),
                pack.name().in(Locale.of("fi")),
                pack.name().in(Locale.of("sv")),
                edition.demonstration(),
                pack.zone().getId(),
                pack.currency(),
                edition.createdAt().atOffset(ZoneOffset.UTC),
                survey.data().from(),
                survey.data().to(),
                edition.lakeVersion(),
                Publication.SCHEMA);
        rows.rows(
                "feed",
                survey.feeds(),
                feed -> CandidateRows.row(
                        feed.feed(), feed.source(), feed.events(), feed.firstDay(), feed.completeThrough()));
        rows.rows("gap", survey.gaps(), gap -> CandidateRows.row(gap.from(), gap.to()));
    }

    /** @param finder knows the districts' outlines, where the city gave them */
    void pack(CityPack pack, DistrictFinder finder) throws SQLException {
        PackTables tables = new PackTables(rows);
        tables.write(pack);
        tables.outlines(pack, finder);
    }

    void catalogue(Catalogue catalogue, Definitions definitions, CityPack pack, Cube cube) throws SQLException {
        for (Kpi kpi : catalogue.kpis().values()) {
            int position = pack.headline().indexOf(kpi.name());
            rows.insert(
                    "insert into kpi values (?, ?, ?, ?, ?, ?)",
                    kpi.name(),
                    kpi.of(),
                    position < 0 ? null : position,
                    pack.owners().get(kpi.name()),
                    kpi.hash(),
                    kpi.file().text());
        }
        for (Subject subject : catalogue.subjects().values()) {
            rows.insert(
                    "insert into subject_file values (?, ?)",
                    subject.name(),
                    subject.file().text());
        }
        for (Map.Entry<String, String> dimension :
                definitions.texts("dimension", ".yaml").entrySet()) {
            rows.insert(
                    "insert into dimension_file select ?, ?, %s".formatted(knownCells(dimension.getKey(), cube)),
                    dimension.getKey(),
                    dimension.getValue());
        }
    }

    /**
     * Writes down what departs from its own pattern.
     *
     * @param before the publication before this one: what it told goes on, or is over
     * @return what the operator should know of it
     */
    String signals(Optional<Path> before, Instant now) throws SQLException {
        connection.commit();
        List<Signal> told = before.isPresent() ? told(before.get()) : List.of();
        Findings findings = new Insight(connection, PublicationReader.read(connection), now).find(told);
        SignalTable.write(connection, findings);
        return "%,d comparisons, %d signals"
                .formatted(findings.comparisons(), findings.signals().size());
    }

    private static List<Signal> told(Path before) throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection earlier = DriverManager.getConnection("jdbc:duckdb:" + before, readOnly)) {
            return SignalTable.read(earlier).signals();
        }
    }

    /**
     * Writes down how all checks came out.
     *
     * @param ofEvents those that were counted in the lake
     * @return what is to be said of it, a sentence each
     * @throws IllegalStateException if one that must hold doesn't: nothing is published
     */
    List<String> checked(List<Check> checks, List<CheckResult> ofEvents) throws SQLException {
        connection.commit();
        List<CheckResult> results = new ArrayList<>(ofEvents);
        results.addAll(Checks.ask(connection, checks));
        rows.rows(
                "check_file",
                checks,
                check -> CandidateRows.row(check.name(), check.file().text()));
        rows.rows(
                "check_result",
                results,
                result -> CandidateRows.row(
                        result.check().name(),
                        result.what(),
                        result.found(),
                        result.of(),
                        result.allowed(),
                        result.holds()));
        List<CheckResult> broken =
                results.stream().filter(result -> !result.holds()).toList();
        List<CheckResult> fatal = broken.stream()
                .filter(result -> result.check().level() == Check.Level.FAIL)
                .toList();
        if (!fatal.isEmpty()) {
            throw new IllegalStateException(
                    "nothing is published, %d checks failed: %s; what was published before stays"
                            .formatted(
                                    fatal.size(),
                                    fatal.stream().map(CheckResult::sentence).collect(Collectors.joining("; "))));
        }
        return broken.stream().map(result -> "warning: " + result.sentence()).toList();
    }

    // Of all subjects: a city without residents' ids has no resident contacts, and districts all the same.
    private static String knownCells(String dimension, Cube cube) {
        return cube.tables().stream()
                .filter(table ->
                        table.grain().kind() == GrainKind.CELL && table.keys().contains(dimension))
                .map(table -> "(select count(*) from %s where %s <> '%s')"
                        .formatted(table.grain().table(), dimension, Member.WITHHELD))
                .collect(Collectors.joining(" + ", "0 + ", ""));
    }

    /** The rows of all tables of the cube. */
    long cells() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(sum(size), 0)::bigint from grain")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        // closed whatever happens, or the file of a full disk keeps its space
        try (connection) {
            connection.commit();
            connection.setAutoCommit(true);
            rows.execute("checkpoint");
        }
    }
}
