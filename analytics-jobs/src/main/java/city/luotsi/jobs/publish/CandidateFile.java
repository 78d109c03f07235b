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
import city.luotsi.jobs.place.Outlines;
import city.luotsi.jobs.protect.Protection;
import city.luotsi.jobs.protect.ToldMonths;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Writes the DuckDB file that may become a publication. */
final class CandidateFile implements AutoCloseable {
    private final Connection connection;

    private CandidateFile(Connection connection) {
        this.connection = connection;
    }

    /** @param file must not exist yet */
    static CandidateFile create(Path file, Definitions definitions) throws SQLException {
        CandidateFile candidate = new CandidateFile(DriverManager.getConnection("jdbc:duckdb:" + file));
        // beside Spark's heap; what doesn't fit goes to the disk
        candidate.execute("set temp_directory = '%s'".formatted((file + ".tmp").replace("'", "''")));
        candidate.execute("set memory_limit = '1GB'");
        String schema = definitions
                .text("snapshot/schema.sql")
                .orElseThrow(() -> new IllegalStateException("snapshot/schema.sql is missing from the built-in files"));
        candidate.execute(schema);
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
            insert(
                    "insert into grain select ?, ?, ?, ?, ?, count(*) from " + table.name(),
                    table.name(),
                    table.grain().subject(),
                    table.grain().kind().name().toLowerCase(Locale.ROOT),
                    table.grain().timeColumn(),
                    String.join(", ", table.keys()));
        }
        for (MeasureColumn column : cube.columns()) {
            insert(
                    "insert into measure values (?, ?, ?, ?)",
                    column.kpi(),
                    column.role(),
                    column.subject(),
                    column.column());
        }
        return written;
    }

    private void attach(Path file, String name) throws SQLException {
        execute("attach '%s' as %s (read_only)".formatted(file.toString().replace("'", "''"), name));
    }

    void describe(Edition edition, CityPack pack, LakeSurvey survey) throws SQLException {
        insert(
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
        rows(
                "feed",
                survey.feeds(),
                feed -> row(feed.feed(), feed.source(), feed.events(), feed.firstDay(), feed.completeThrough()));
        rows("gap", survey.gaps(), gap -> row(gap.from(), gap.to()));
    }

    void pack(CityPack pack) throws SQLException {
        for (Map.Entry<String, List<Member>> members : pack.members().entrySet()) {
            execute(("create table \"%s\" (id text primary key, parent text, position integer not null,"
                            + " name_en text not null, name_fi text not null, name_sv text not null,"
                            + " confidentiality text, lon double, lat double)")
                    .formatted(members.getKey()));
            rows(
                    members.getKey(),
                    members.getValue(),
                    member -> row(
                            member.id(),
                            member.parent().orElse(null),
                            member.position(),
                            member.name().in(Locale.ENGLISH),
                            member.name().in(Locale.of("fi")),
                            member.name().in(Locale.of("sv")),
                            member.confidentiality()
                                    .map(level -> level.name().toLowerCase(Locale.ROOT))
                                    .orElse(null),
                            member.longitude().isPresent() ? member.longitude().getAsDouble() : null,
                            member.latitude().isPresent() ? member.latitude().getAsDouble() : null));
        }
        rows(
                "population",
                pack.population(),
                figure -> row(
                        figure.year(),
                        figure.district().orElse(null),
                        figure.ageGroup().orElse(null),
                        figure.residents()));
        rows(
                "target",
                pack.targets(),
                target -> row(
                        target.kpi(),
                        target.department().orElse(null),
                        target.from(),
                        target.value(),
                        target.decision()));
        rows(
                "holiday",
                pack.holidays(),
                holiday -> row(
                        holiday.day(),
                        holiday.name().in(Locale.ENGLISH),
                        holiday.name().in(Locale.of("fi")),
                        holiday.name().in(Locale.of("sv"))));
        rows(
                "priority",
                pack.priorities(),
                priority -> row(priority.service().orElse(null), priority.kpi().orElse(null), priority.value()));
    }

    /** The districts' outlines where the city gave them, and those of the major districts they make up. */
    void outlines(CityPack pack, DistrictFinder finder) throws SQLException {
        Map<String, Geometry> known = finder.outlines();
        Map<String, List<Geometry>> parts = new LinkedHashMap<>();
        List<List<@Nullable Object>> outlines = new ArrayList<>();
        for (Member district : pack.members("district")) {
            Geometry outline = known.get(district.id());
            if (outline != null) {
                outlines.add(row("district", district.id(), outline.toText()));
                district.parent()
                        .ifPresent(parent -> parts.computeIfAbsent(parent, id -> new ArrayList<>())
                                .add(outline));
            }
        }
        parts.forEach((parent, of) ->
                outlines.add(row("major_district", parent, Outlines.together(of).toText())));
        rows("outline", outlines, outline -> outline);
    }

    void catalogue(Catalogue catalogue, Definitions definitions, CityPack pack, Cube cube) throws SQLException {
        for (Kpi kpi : catalogue.kpis().values()) {
            int position = pack.headline().indexOf(kpi.name());
            insert(
                    "insert into kpi values (?, ?, ?, ?, ?, ?)",
                    kpi.name(),
                    kpi.of(),
                    position < 0 ? null : position,
                    pack.owners().get(kpi.name()),
                    kpi.hash(),
                    kpi.file().text());
        }
        for (Subject subject : catalogue.subjects().values()) {
            insert(
                    "insert into subject_file values (?, ?)",
                    subject.name(),
                    subject.file().text());
        }
        for (Map.Entry<String, String> dimension :
                definitions.texts("dimension", ".yaml").entrySet()) {
            insert(
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
        rows("check_file", checks, check -> row(check.name(), check.file().text()));
        rows(
                "check_result",
                results,
                result -> row(
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

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private <T> void rows(String table, List<T> items, Function<T, List<@Nullable Object>> columns)
            throws SQLException {
        connection.commit();
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            for (T item : items) {
                appender.beginRow();
                for (Object value : columns.apply(item)) {
                    append(appender, value);
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case Integer number -> appender.append(number);
            case Long number -> appender.append(number);
            case Double number -> appender.append(number);
            case Boolean truth -> appender.append(truth);
            case LocalDate day -> appender.append(day);
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    private void insert(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        // closed whatever happens, or the file of a full disk keeps its space
        try (connection) {
            connection.commit();
            connection.setAutoCommit(true);
            execute("checkpoint");
        }
    }
}
