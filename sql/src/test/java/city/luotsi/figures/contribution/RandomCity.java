package city.luotsi.figures.contribution;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.SqlFile;
import city.luotsi.figures.catalogue.Text;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.city.Residents;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.rollup.LogBuckets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Two months of visits drawn by a seed, as rows and as a publication counted from them. Nothing differs between the months but
 * what is planted.
 */
final class RandomCity implements AutoCloseable {
    static final Period DECEMBER = Period.month(2025, 12);
    static final Period JANUARY = Period.month(2026, 1);
    static final List<String> DIMENSIONS = List.of("department", "service", "channel", "major_district", "district");

    /** How many members, from which a member's name and its parent's follow. */
    private static final Map<String, Integer> MEMBERS =
            Map.of("department", 4, "service", 16, "channel", 3, "major_district", 3, "district", 12);

    private static final Map<String, String> PARENTS = Map.of("service", "department", "district", "major_district");

    private final Connection connection;
    private final Publication publication;
    private final Contributions contributions;

    /**
     * What makes January differ.
     *
     * @param where SQL: whose rows
     * @param more how many more visits, as a part of those there are
     * @param hit how much likelier a hit
     * @param slower by how much longer it takes
     */
    record Cause(String where, double more, double hit, double slower) {
        static final Cause NONE = new Cause("false", 0, 0, 1);
    }

    RandomCity(int seed, int rows, Cause cause) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set threads = 1");
            statement.execute(visits(seed, rows, cause));
            Catalogue catalogue = catalogue();
            Map<String, Map<String, String>> columns = new HashMap<>();
            for (Grain grain : catalogue.subjects().values().iterator().next().grains()) {
                if (grain.kind() != GrainKind.SKETCH) {
                    statement.execute(table(catalogue, grain));
                }
            }
            for (Kpi kpi : catalogue.kpis().values()) {
                Map<String, String> roles = new HashMap<>(Map.of("measure", kpi.name()));
                roles(kpi).forEach(role -> roles.put(role, kpi.name() + "_" + role));
                columns.put(kpi.name(), roles);
            }
            publication = publication(catalogue, columns);
        }
        contributions = new Contributions(new Figures(publication, sketches -> 0));
    }

    Publication publication() {
        return publication;
    }

    Contributions contributions() {
        return contributions;
    }

    static Comparison change(String kpi) {
        return new Comparison(KpiQuery.of(kpi, DECEMBER), KpiQuery.of(kpi, JANUARY));
    }

    Compared compared(Comparison comparison) throws SQLException {
        return contributions.compare(connection, comparison);
    }

    Explanation explanation(Comparison comparison, String dimension) throws SQLException {
        return contributions.explain(connection, compared(comparison), dimension);
    }

    Connection connection() {
        return connection;
    }

    static List<String> members(String dimension) {
        return IntStream.range(0, MEMBERS.getOrDefault(dimension, 0))
                .mapToObj(i -> dimension + i)
                .toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** One row per visit; the last of a kind are few, and some have no channel. */
    private static String visits(int seed, int rows, Cause cause) {
        return """
                create table visit as
                with drawn as (
                    select
                        i,
                        %1$s as day_draw,
                        %2$s as service_draw,
                        %3$s as district_draw,
                        %4$s as channel_draw,
                        %5$s as hit_draw,
                        %6$s as wait_draw,
                        %7$s as more_draw
                    from range(%8$d) as numbers (i)
                ),
                placed as (
                    select
                        *,
                        date '2025-12-01' + cast(floor(day_draw * 62) as int) as day,
                        cast(floor(16 * service_draw * sqrt(service_draw)) as int) as service_number,
                        cast(floor(12 * district_draw) as int) as district_number
                    from drawn
                ),
                named as (
                    select
                        *,
                        'service' || service_number as service,
                        'department' || (service_number %% 4) as department,
                        'district' || district_number as district,
                        'major_district' || (district_number %% 3) as major_district,
                        case when channel_draw < 0.95 then 'channel' || cast(floor(channel_draw * 3.1) as int) end as channel
                    from placed
                ),
                told as (select *, day >= date '2026-01-01' and (%9$s) as is_caused from named)
                select
                    day,
                    service,
                    department,
                    district,
                    major_district,
                    channel,
                    hit_draw < 0.4 + 0.2 * (service_number %% 3) / 2 + case when is_caused then %11$s else 0 end as hit,
                    cast(round(10 + 30 * wait_draw * (1 + service_number / 8), 2) as decimal(12, 2)) as cost,
                    exp(4 * wait_draw - 1) * case when is_caused then %12$s else 1 end as wait,
                    case when more_draw < 0.6 then 1 else -1 end as step,
                    20000 + cast(floor(400 * wait_draw) as int) as since
                from told
                cross join lateral (select unnest(range(1 + case when is_caused and more_draw < %10$s then 1 else 0 end))) as again
                """.formatted(
                        draw(seed, 1),
                        draw(seed, 2),
                        draw(seed, 3),
                        draw(seed, 4),
                        draw(seed, 5),
                        draw(seed, 6),
                        draw(seed, 7),
                        rows,
                        cause.where(),
                        cause.more(),
                        cause.hit(),
                        cause.slower());
    }

    private static String draw(int seed, int which) {
        return "(hash('%d of %d: ' || i) / 18446744073709551616.0)".formatted(which, seed);
    }

    private static String table(Catalogue catalogue, Grain grain) {
        String time = grain.day() ? "day" : "cast(date_trunc('month', day) as date) as month";
        String cut = time + ", " + String.join(", ", catalogue.columnsOf(grain));
        if (grain.kind() == GrainKind.BUCKET) {
            return "create table %s as select %s, 'wait' as measure, %s as bucket, count(*) as events from visit group by all"
                    .formatted(grain.table(), cut, LogBuckets.bucketOf("wait"));
        }
        List<String> sums = new ArrayList<>();
        for (Kpi kpi : catalogue.kpis().values()) {
            if (kpi.rollup().grainKind() == GrainKind.CELL) {
                kpi.select()
                        .columns()
                        .forEach((role, column) -> sums.add(
                                "sum(cast(%s as decimal(18, 2))) as %s_%s".formatted(column, kpi.name(), role)));
                sums.add("count(*) as %1$s_counted, count(*) as %1$s_rows".formatted(kpi.name()));
            }
        }
        return "create table %s as select %s, %s from visit group by all"
                .formatted(grain.table(), cut, String.join(", ", sums));
    }

    private static List<String> roles(Kpi kpi) {
        List<String> roles = new ArrayList<>(kpi.rollup().columns());
        roles.addAll(List.of("counted", "rows"));
        return roles;
    }

    private static Catalogue catalogue() {
        SqlFile visit = SqlFile.parse("subject", "visit", """
                /*
                row: "one visit"
                cells: [day service channel, day service district]
                buckets: [month service channel, month district]
                sketches: [month service]
                */
                select * from service_event
                """);
        List<SqlFile> kpis = List.of(
                kpi("visits", "sum", "count", "1 as value"),
                kpi("hits", "ratio", "percent", "hit as numerator, true as denominator"),
                kpi("cost", "ratio", "money", "cost as numerator, hit as denominator"),
                kpi("open", "stock", "count", "step as value"),
                kpi("age", "stock_age", "days", "step as value, step * since as since"),
                kpi("visits_per_1000", "per_resident", "rate\nper: 1000", "1 as value"),
                kpi("wait", "quantile", "days\nquantile: 0.5", "wait as value"),
                kpi("people", "distinct", "count", "since as value"));
        return Catalogue.of(kpis, List.of(visit), Definitions.builtIn().texts("dimension", ".yaml"));
    }

    private static SqlFile kpi(String name, String rollup, String unit, String columns) {
        return SqlFile.parse("kpi", name, """
                /*
                title: { en: "%1$s", fi: "%1$s", sv: "%1$s" }
                meaning: { en: "%1$s", fi: "%1$s", sv: "%1$s" }
                of: visit
                rollup: %2$s
                better: neither
                unit: %3$s
                */
                select %4$s from visit
                """.formatted(name, rollup, unit, columns));
    }

    private static Publication publication(Catalogue catalogue, Map<String, Map<String, String>> columns) {
        Map<String, List<Member>> members = new HashMap<>();
        DIMENSIONS.forEach(dimension -> members.put(dimension, membersOf(dimension)));
        List<Residents> residents = new ArrayList<>();
        for (String district : members("district")) {
            residents.add(new Residents(2025, Optional.of(district), Optional.empty(), 1000));
            residents.add(new Residents(2026, Optional.of(district), Optional.empty(), 1100));
        }
        return new Publication(
                "random",
                Text.of("Random", "Random", "Random"),
                true,
                ZoneId.of("UTC"),
                "EUR",
                Instant.EPOCH,
                new Period(DECEMBER.from(), JANUARY.to()),
                List.of(),
                catalogue,
                List.of(),
                Map.of(),
                members,
                Map.of(),
                Set.copyOf(DIMENSIONS),
                residents,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                columns,
                Map.of());
    }

    private static List<Member> membersOf(String dimension) {
        List<Member> members = new ArrayList<>();
        List<String> ids = members(dimension);
        for (int i = 0; i < ids.size(); i++) {
            String parent = PARENTS.getOrDefault(dimension, "");
            members.add(new Member(
                    ids.get(i),
                    parent.isEmpty() ? Optional.empty() : Optional.of(parent + i % MEMBERS.getOrDefault(parent, 1)),
                    i,
                    Text.of(ids.get(i), ids.get(i), ids.get(i)),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty()));
        }
        return members;
    }

    static LocalDate january() {
        return JANUARY.from();
    }
}
