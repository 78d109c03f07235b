package city.luotsi.dashboard;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Check;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.catalogue.Text;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.insight.Against;
import city.luotsi.figures.insight.Findings;
import city.luotsi.figures.insight.Reach;
import city.luotsi.figures.insight.Signal;
import city.luotsi.figures.insight.SignalState;
import city.luotsi.figures.insight.SignalTable;
import city.luotsi.figures.insight.Slice;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import city.luotsi.figures.rollup.LogBuckets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a small made-up city without Spark: events drawn by DuckDB from a hash, so that they are always the same,
 * counted by the KPI files themselves.
 */
public final class FixturePublication {
    /** The last full day of the made-up data. */
    public static final LocalDate COMPLETE_THROUGH = LocalDate.of(2026, 11, 23);

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 6, 1);

    private final Catalogue catalogue = Catalogue.of(Definitions.builtIn());
    private final CityPack pack;
    private final String city;
    private final boolean demonstration;

    private FixturePublication(String pack, boolean demonstration) {
        this.pack = new CityPacks(Definitions.builtIn()).read(pack);
        this.city = demonstration ? pack + "-demo" : pack;
        this.demonstration = demonstration;
    }

    /** Publishes Helsinki's demonstration city under the next free number. */
    public static void helsinkiDemo(Path data, long number) {
        new FixturePublication("helsinki", true).publish(data, number);
    }

    public static void newYork(Path data, long number) {
        new FixturePublication("newyork", false).publish(data, number);
    }

    private void publish(Path data, long number) {
        try {
            Path folder = Files.createDirectories(data.resolve(city).resolve("publications"));
            Path file = folder.resolve("made-up-%d.duckdb".formatted(number));
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                    Statement statement = connection.createStatement()) {
                members(connection);
                outlines(statement);
                events(statement);
                subjects(statement);
                describe(connection);
                signals(connection);
                for (String scratch : List.of("service_step", "resident_contact")) {
                    statement.execute("drop table " + scratch);
                }
            }
            runs(data.resolve(city));
            Files.writeString(
                    folder.resolve(number + ".json"),
                    "{\"file\": \"%s\", \"sha256\": \"%s\", \"schema\": %d, \"created_at\": \"2026-11-24T04:12:00Z\", \"complete_through\": \"%s\"}"
                            .formatted(file.getFileName(), sha256(file), Publication.SCHEMA, COMPLETE_THROUGH));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the made-up city can't be published", e);
        }
    }

    private void events(Statement statement) throws SQLException {
        for (String sql : Objects.requireNonNull(
                        Definitions.builtIn().text("dialect/duckdb.sql").orElse(""))
                .split(";", -1)) {
            if (!sql.isBlank()) {
                statement.execute(sql);
            }
        }
        statement.execute(
                """
                create table service_step as
                with drawn as (
                    select
                        i,
                        cast('0x' || substr(md5('1-' || i), 1, 8) as bigint) / 4294967296.0 as a,
                        cast('0x' || substr(md5('2-' || i), 1, 8) as bigint) / 4294967296.0 as b,
                        cast('0x' || substr(md5('3-' || i), 1, 8) as bigint) / 4294967296.0 as c,
                        cast('0x' || substr(md5('4-' || i), 1, 8) as bigint) / 4294967296.0 as d,
                        cast('0x' || substr(md5('5-' || i), 1, 8) as bigint) / 4294967296.0 as e,
                        cast('0x' || substr(md5('6-' || i), 1, 8) as bigint) / 4294967296.0 as f
                    from range(30000) as numbers (i)
                ),
                placed as (
                    select
                        *,
                        date '%1$s' + cast(sqrt(0.1 + 0.9 * a) * %2$d as int) as requested_day,
                        cast(floor(b * b * (select count(*) from service)) as int) as service_position,
                        cast(floor(c * (select count(*) from district)) as int) as district_position,
                        cast(floor(e * (select count(*) from age_group)) as int) as age_position,
                        exp(1.2 + 1.1 * (d + e + f - 1.5) * 2) as wait_days
                    from drawn
                ),
                event as (
                    select
                        p.*,
                        s.id as service,
                        s.parent as department,
                        r.id as district,
                        r.parent as major_district,
                        g.id as age_group,
                        case
                            when f < 0.05 then null
                            when d < 0.35 + 0.3 * a then 'web'
                            when d < 0.45 + 0.3 * a then 'app'
                            when d < 0.85 then 'phone'
                            when d < 0.95 then 'counter'
                            else 'proactive'
                        end as channel,
                        case when e < 0.92 then 'completed' else 'abandoned' end as outcome_status,
                        requested_day + cast(wait_days as int) as ended_day,
                        requested_day + 14 as due_day
                    from placed as p
                    join service as s on s.position = p.service_position
                    join district as r on r.position = p.district_position
                    join age_group as g on g.position = p.age_position
                ),
                known as (
                    select *, case when ended_day <= date '%3$s' then outcome_status else 'open' end as status
                    from event
                ),
                stepped as (
                    select *, 'requested' as step, requested_day as day from known
                    union all
                    select *, 'responded', requested_day + cast(wait_days / 4 as int) from known
                    union all
                    select *, 'ended', ended_day from known where status <> 'open'
                    union all
                    select *, 'due', due_day from known
                )
                select
                    'events' as feed,
                    cast(i as varchar) as event_id,
                    step,
                    day,
                    service,
                    department,
                    major_district,
                    district,
                    channel,
                    age_group,
                    'fi' as language,
                    status,
                    cast(null as varchar) as outcome,
                    case when f < 0.3 then cast(1 + floor(5 * sqrt(c)) as int) end as satisfaction,
                    true as asks_satisfaction,
                    cast(12 + 40 * d as decimal(12, 2)) as cost,
                    cast(floor(c * 9000) as bigint) as resident,
                    case when status <> 'open' then cast(wait_days * 86400 as bigint) end as wait_seconds,
                    cast(wait_days * 21600 as bigint) as response_seconds,
                    cast(requested_day as timestamp) as requested_at,
                    cast(requested_day as timestamp) + to_seconds(cast(wait_days * 21600 as bigint)) as responded_at,
                    cast(due_day as timestamp) as due_at,
                    case when status <> 'open' then cast(ended_day as timestamp) end as ended_at
                from stepped
                where day <= date '%3$s' or step = 'due'
                """.formatted(FIRST_DAY, COMPLETE_THROUGH.toEpochDay() - FIRST_DAY.toEpochDay(), COMPLETE_THROUGH));
        String contacts = catalogue.subjects().get("resident_contact") == null
                ? ""
                : Objects.requireNonNull(catalogue.subjects().get("resident_contact"))
                        .file()
                        .select();
        statement.execute("create table resident_contact as " + contacts);
    }

    private void subjects(Statement statement) throws SQLException {
        statement.execute("create table measure (kpi varchar, role varchar, subject varchar, column_name varchar)");
        statement.execute("create table grain (grain varchar, subject varchar, kind varchar, table_name varchar,"
                + " step varchar, dimensions varchar, size bigint)");
        for (Subject subject : catalogue.subjects().values()) {
            for (Grain grain : subject.grains()) {
                statement.execute(table(grain));
                statement.execute(
                        "insert into grain select '%1$s', '%2$s', '%3$s', '%1$s', '%4$s', '', count(*) from %1$s"
                                .formatted(grain.table(), subject.name(), grain.kind(), grain.timeColumn()));
            }
        }
        for (Kpi kpi : catalogue.kpis().values()) {
            List<String> roles = new ArrayList<>(kpi.rollup().columns());
            roles.addAll(List.of("counted", "rows"));
            for (String role : roles) {
                measure(statement, kpi, role, kpi.name() + "_" + role);
            }
            measure(statement, kpi, "measure", kpi.name());
        }
    }

    private static void measure(Statement statement, Kpi kpi, String role, String column) throws SQLException {
        statement.execute(
                "insert into measure values ('%s', '%s', '%s', '%s')".formatted(kpi.name(), role, kpi.of(), column));
    }

    private String table(Grain grain) {
        String time = grain.day() ? "day" : "cast(date_trunc('month', day) as date)";
        String dimensions = String.join(", ", catalogue.columnsOf(grain));
        List<Kpi> kpis = catalogue.kpis().values().stream()
                .filter(kpi -> kpi.of().equals(grain.subject()) && kpi.rollup().grainKind() == grain.kind())
                .toList();
        String from = " from %s where day <= date '%s' group by all".formatted(grain.subject(), COMPLETE_THROUGH);
        return "create table %s as ".formatted(grain.table())
                + switch (grain.kind()) {
                    case CELL ->
                        "select %s as %s, %s, %s".formatted(time, grain.timeColumn(), dimensions, cells(kpis)) + from;
                    case BUCKET ->
                        unionOf(
                                kpis,
                                kpi ->
                                        "select %s as %s, %s, '%s' as measure, %s as bucket, count(*) as events from %s where day <= date '%s' and (%s) group by all"
                                                .formatted(
                                                        time,
                                                        grain.timeColumn(),
                                                        dimensions,
                                                        kpi.name(),
                                                        LogBuckets.bucketOf(Objects.requireNonNull(kpi.select()
                                                                .columns()
                                                                .get("value"))),
                                                        grain.subject(),
                                                        COMPLETE_THROUGH,
                                                        kpi.select().condition().orElse("true")));
                    case SKETCH ->
                        unionOf(
                                kpis,
                                kpi ->
                                        "select %s as %s, %s, '%s' as measure, cast(null as blob) as sketch, count(%s) as counted, count(*) as rows from %s where day <= date '%s' and (%s) group by all"
                                                .formatted(
                                                        time,
                                                        grain.timeColumn(),
                                                        dimensions,
                                                        kpi.name(),
                                                        kpi.select().columns().get("value"),
                                                        grain.subject(),
                                                        COMPLETE_THROUGH,
                                                        kpi.select().condition().orElse("true")));
                };
    }

    private static String unionOf(List<Kpi> kpis, java.util.function.Function<Kpi, String> select) {
        return String.join(" union all ", kpis.stream().map(select).toList());
    }

    private static String cells(List<Kpi> kpis) {
        List<String> columns = new ArrayList<>();
        for (Kpi kpi : kpis) {
            String condition = "(" + kpi.select().condition().orElse("true") + ")";
            StringBuilder counted = new StringBuilder(condition);
            kpi.select()
                    .columns()
                    .values()
                    .forEach(column -> counted.append(" and (%s) is not null".formatted(column)));
            kpi.select()
                    .columns()
                    .forEach((role, column) -> columns.add("sum(cast(%s as decimal(18, 2))) filter (where %s) as %s_%s"
                            .formatted(column, counted, kpi.name(), role)));
            columns.add("count(*) filter (where %s) as %s_counted".formatted(counted, kpi.name()));
            columns.add("count(*) filter (where %s) as %s_rows".formatted(condition, kpi.name()));
        }
        return String.join(", ", columns);
    }

    private void members(Connection connection) throws SQLException {
        for (String dimension : catalogue.dimensions().keySet()) {
            execute(
                    connection,
                    "create table \"%s\" (id varchar, parent varchar, position int, name_en varchar, name_fi varchar, name_sv varchar, confidentiality varchar, lon double, lat double)"
                            .formatted(dimension));
            int position = 0;
            for (Member member : pack.members(dimension)) {
                execute(
                        connection,
                        "insert into \"%s\" values (?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(dimension),
                        member.id(),
                        member.parent().orElse(null),
                        position++,
                        in(member.name(), "en"),
                        in(member.name(), "fi"),
                        in(member.name(), "sv"),
                        member.confidentiality().map(Enum::name).orElse(null),
                        number(member.longitude()),
                        number(member.latitude()));
            }
        }
    }

    /** A square for each major district, as large as its districts lie apart; the districts themselves have points alone. */
    private static void outlines(Statement statement) throws SQLException {
        statement.execute("""
                create table outline as
                select 'major_district' as dimension, parent as member,
                       format('POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))',
                              min(lon) - 0.01, min(lat) - 0.005, max(lon) + 0.01, max(lat) + 0.005) as wkt
                from district group by parent
                """);
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    /** What the jobs leave beside the publications. */
    private static void runs(Path city) throws IOException, SQLException {
        Path runs = Files.createDirectories(city.resolve("runs"));
        Files.writeString(runs.resolve("20261124T041000.000Z-ingest.json"), """
                {"verb": "ingest", "started": "2026-11-24T04:10:00Z", "seconds": 12.5, "outcome": "succeeded", "message": "",
                 "files": [{"name": "november.csv", "file": "ab", "source": "events", "read": 1002, "inserted": 900, "updated": 60,
                            "unchanged": 30, "superseded": 10, "quarantined": 2}], "notes": []}
                """);
        Files.writeString(runs.resolve("20261124T040000.000Z-ingest.json"), """
                {"verb": "ingest", "started": "2026-11-24T04:00:00Z", "seconds": 0.5, "outcome": "failed",
                 "message": "empty.csv is empty", "files": [], "notes": []}
                """);
        Path quarantine = Files.createDirectories(city.resolve("quarantine").resolve("ab12cd34ef56ab78"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            execute(
                    connection,
                    "copy (select 'ab12cd34ef56ab78' as file, 'events' as source, 17 as record,"
                            + " 'impossible channel: pigeon' as reason, '{}' as original) to '%s' (format parquet)"
                                    .formatted(quarantine.resolve("part-0.parquet")));
        }
    }

    private void describe(Connection connection) throws SQLException {
        execute(connection, "create table kpi (kpi varchar, position int, owner varchar, hash varchar, file varchar)");
        for (Kpi kpi : catalogue.kpis().values()) {
            int position = pack.headline().indexOf(kpi.name());
            execute(
                    connection,
                    "insert into kpi values (?, ?, ?, ?, ?)",
                    kpi.name(),
                    position < 0 ? null : position,
                    pack.owners().get(kpi.name()),
                    kpi.hash(),
                    kpi.file().text());
        }
        execute(connection, "create table subject_file (subject varchar, file varchar)");
        for (Subject subject : catalogue.subjects().values()) {
            execute(
                    connection,
                    "insert into subject_file values (?, ?)",
                    subject.name(),
                    subject.file().text());
        }
        execute(connection, "create table dimension_file (dimension varchar, file varchar, known bigint)");
        for (Map.Entry<String, String> file :
                Definitions.builtIn().texts("dimension", ".yaml").entrySet()) {
            execute(connection, "insert into dimension_file values (?, ?, 1)", file.getKey(), file.getValue());
        }
        execute(
                connection,
                "create table population (year int, district varchar, age_group varchar, residents bigint)");
        for (var residents : pack.population()) {
            if (residents.year() > 2020) {
                execute(
                        connection,
                        "insert into population values (?, ?, ?, ?)",
                        residents.year(),
                        residents.district().orElse(null),
                        residents.ageGroup().orElse(null),
                        residents.residents());
            }
        }
        execute(
                connection,
                "create table target (kpi varchar, department varchar, from_day date, value double, decision varchar)");
        for (var target : pack.targets()) {
            execute(
                    connection,
                    "insert into target values (?, ?, ?, ?, ?)",
                    target.kpi(),
                    target.department().orElse(null),
                    target.from(),
                    target.value(),
                    target.decision());
        }
        execute(
                connection,
                "create table hidden_cell (table_name varchar, column_name varchar, told bigint, hidden bigint)");
        execute(connection, "create table gap (from_day date, to_day date)");
        execute(connection, "create table confidential_service (service varchar, department varchar, k int)");
        execute(connection, "create table check_file (check_name varchar, file varchar)");
        for (Check check : Check.all(Definitions.builtIn())) {
            execute(
                    connection,
                    "insert into check_file values (?, ?)",
                    check.name(),
                    check.file().text());
        }
        execute(
                connection,
                "create table check_result as from (values ('feeds_fresh', 'open311', 3.0, 0, 0.0, false),"
                        + " ('keys_known', '', 0.0, 0, 0.0, true),"
                        + " ('ended_before_requested', 'events', 12.0, 30000, 0.01, true))"
                        + " as results (check_name, what, found, of_rows, allowed, holds)");
        execute(
                connection,
                "create table feed (feed varchar, source varchar, events bigint, first_day date, complete_through date, last_file_at timestamp)");
        execute(
                connection,
                "insert into feed values ('events', 'events', 30000, ?, ?, null)",
                FIRST_DAY,
                COMPLETE_THROUGH);
        execute(
                connection,
                "insert into feed values ('open311', 'open311', 900, ?, ?, null)",
                FIRST_DAY,
                COMPLETE_THROUGH.minusDays(3));
        execute(
                connection,
                "create table publication as select ? as city, ? as pack, ? as name_en, ? as name_fi, ? as name_sv, cast(? as boolean) as demonstration, ? as zone, ? as currency, timestamptz '2026-11-24 04:12:00+00' as created_at, cast(? as date) as first_day, cast(? as date) as complete_through, 7 as lake_version, %d as schema_version"
                        .formatted(Publication.SCHEMA),
                city,
                pack.id(),
                in(pack.name(), "en"),
                in(pack.name(), "fi"),
                in(pack.name(), "sv"),
                demonstration,
                pack.zone().getId(),
                pack.currency(),
                FIRST_DAY,
                COMPLETE_THROUGH);
    }

    /** As the job would have found them; not what the made-up events say. */
    private void signals(Connection connection) throws SQLException {
        for (String table : List.of("holiday", "priority", "insight", "signal")) {
            execute(connection, created(table));
        }
        if (!demonstration) {
            return;
        }
        Slice station = new Slice(
                Optional.of("social_health_rescue"),
                Optional.of("health_station_appointment"),
                Optional.of("601"),
                Optional.empty());
        String age = "open_case_age.health_station_appointment.601.up.2026-10-01";
        String share = "digital_take_up.resident_parking_permit.down.2026-11-10";
        SignalTable.write(
                connection,
                new Findings(
                        List.of(
                                signal(age, station, Step.MONTH, SignalState.CONTINUING, 19.2, 9.1, 310, age),
                                signal(share, permits(), Step.WEEK, SignalState.NEW, 0.46, 0.71, -290, share),
                                signal(
                                        "completed_transactions.resident_parking_permit.down.2026-11-10",
                                        permits(),
                                        Step.WEEK,
                                        SignalState.NEW,
                                        220,
                                        440,
                                        -220,
                                        share),
                                signal(
                                        "due_kept.sports_booking.up.2026-10-27",
                                        service("culture_leisure", "sports_booking"),
                                        Step.WEEK,
                                        SignalState.CONTINUING,
                                        0.93,
                                        0.88,
                                        96,
                                        ""),
                                signal(
                                        "requests.park_feedback.up.2026-11-10",
                                        service("urban_environment", "park_feedback"),
                                        Step.WEEK,
                                        SignalState.FADING,
                                        630,
                                        210,
                                        420,
                                        ""),
                                signal(
                                        "open_cases.library_feedback.up.2026-09-01",
                                        service("culture_leisure", "library_feedback"),
                                        Step.WEEK,
                                        SignalState.OVER,
                                        80,
                                        40,
                                        40,
                                        "")),
                        3412,
                        Optional.of(new Reach(640, 12, 48)),
                        4.9,
                        3.9,
                        1));
    }

    /** The statement of the published schema that makes a table. */
    private static String created(String table) {
        String schema = Definitions.builtIn().text("snapshot/schema.sql").orElseThrow();
        int start = schema.indexOf("create table " + table + " ");
        return schema.substring(start, schema.indexOf(';', start));
    }

    private static Slice permits() {
        return service("urban_environment", "resident_parking_permit");
    }

    private static Slice service(String department, String id) {
        return new Slice(Optional.of(department), Optional.of(id), Optional.empty(), Optional.empty());
    }

    private static Signal signal(
            String id,
            Slice slice,
            Step pace,
            SignalState state,
            double observed,
            double expected,
            double beyond,
            String lead) {
        boolean month = pace == Step.MONTH;
        return new Signal(
                id,
                id.substring(0, id.indexOf('.')),
                slice,
                Against.PATTERN,
                pace,
                observed > expected,
                state,
                month ? LocalDate.of(2026, 10, 1) : COMPLETE_THROUGH.minusDays(13),
                month ? LocalDate.of(2026, 10, 31) : COMPLETE_THROUGH,
                observed,
                expected,
                600,
                beyond,
                observed > expected ? 7.5 : -7.5,
                0.9999,
                1,
                Math.abs(beyond),
                Instant.parse(state == SignalState.NEW ? "2026-11-24T04:12:00Z" : "2026-11-20T04:12:00Z"),
                lead.isEmpty() ? id : lead);
    }

    private static String in(Text text, String language) {
        return text.in(java.util.Locale.of(language));
    }

    private static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** Changes what a publication of Helsinki's demonstration city says, as a later one would. */
    public static void correct(Path data, long number, String... statements) {
        Path folder = data.resolve("helsinki-demo").resolve("publications");
        Path file = folder.resolve("made-up-%d.duckdb".formatted(number));
        try {
            String before = sha256(file);
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            Path json = folder.resolve(number + ".json");
            Files.writeString(json, Files.readString(json).replace(before, sha256(file)));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the made-up city can't be corrected", e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
