package city.luotsi.jobs.truth;

import city.luotsi.figures.query.Period;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * What each KPI should be, computed by DuckDB from the lake's own Parquet files and the city pack's own CSV files. Every
 * statement here is written by hand from the KPI's meaning; nothing is taken from its file.
 *
 * <p>In the statements {@code $key} is the cut, {@code $from} and {@code $to} the first and last day.
 */
final class Truth implements AutoCloseable {

    private static final String IN_PERIOD = " between date '$from' and date '$to'";
    private static final String OPEN_AT_END = """
            from event
            where requested_day <= date '$to'
              and ((status = 'open') or (status <> 'open' and ended_at >= requested_at and ended_day > date '$to'))
            """;

    private static final Map<String, String> SQL = new LinkedHashMap<>();

    static {
        SQL.put(
                "requests",
                "select $key as k, count(*) as v from event where requested_day" + IN_PERIOD + " group by 1");
        SQL.put(
                "completed_transactions",
                "select $key as k, count(*) as v from event where status = 'completed' and ended_day" + IN_PERIOD
                        + " group by 1");
        SQL.put("digital_take_up", """
                select $key as k, sum(case when channel in ('web', 'app', 'proactive') then 1 else 0 end) / count(*) as v
                from event where status = 'completed' and channel is not null and ended_day between date '$from' and date '$to'
                group by 1
                """);
        SQL.put("completion_rate", """
                select $key as k, count(*) filter (status = 'completed') / count(*) as v
                from event where status <> 'open' and ended_day between date '$from' and date '$to'
                group by 1
                """);
        SQL.put("proactive_share", """
                select $key as k, count(*) filter (channel = 'proactive') / count(*) as v
                from event where status = 'completed' and channel is not null and ended_day between date '$from' and date '$to'
                group by 1
                """);
        SQL.put("waiting_time_median", quantile("requested_at", "ended_at", "status = 'completed'", "ended_day", 0.5));
        SQL.put("waiting_time_p90", quantile("requested_at", "ended_at", "status = 'completed'", "ended_day", 0.9));
        SQL.put("first_response_time_median", quantile("requested_at", "responded_at", "true", "responded_day", 0.5));
        SQL.put("due_kept", """
                select $key as k, count(*) filter (status <> 'open' and ended_at <= due_at) / count(*) as v
                from event
                where due_day between date '$from' and date '$to' and not (status <> 'open' and ended_at is null)
                group by 1
                """);
        SQL.put("open_cases", "select $key as k, count(*) as v " + OPEN_AT_END + " group by 1");
        SQL.put("overdue_open_cases", """
                select $key as k, count(*) as v
                from event
                where due_day <= date '$to' and due_at >= requested_at
                  and (status = 'open' or (ended_at > due_at and ended_day > date '$to'))
                group by 1
                """);
        SQL.put(
                "open_case_age",
                "select $key as k, avg(date '$to' - requested_day) as v " + OPEN_AT_END + " group by 1");
        SQL.put("satisfied", """
                select $key as k, count(*) filter (satisfaction in (4, 5)) / count(*) as v
                from event
                where status <> 'open' and satisfaction is not null and ended_day between date '$from' and date '$to'
                group by 1
                """);
        SQL.put("answer_rate", """
                select $key as k, count(satisfaction) / count(*) as v
                from event
                where status <> 'open' and ended_day between date '$from' and date '$to'
                  and feed in (select distinct feed from event where satisfaction is not null)
                group by 1
                """);
        SQL.put("cost_per_transaction", """
                select $key as k, sum(cost) / nullif(count(*) filter (status = 'completed'), 0) as v
                from event
                where status <> 'open' and cost is not null and ended_day between date '$from' and date '$to'
                group by 1
                """);
        SQL.put("repeat_contacts", """
                select $key as k, count(*) filter (exists (
                    select 1 from event as later
                    where later.resident = event.resident and later.service = event.service
                      and (later.requested_at, later.feed, later.event_id) > (event.requested_at, event.feed, event.event_id)
                      and later.requested_day <= event.requested_day + 30)) / count(*) as v
                from event
                where resident is not null and service is not null and requested_day between date '$from' and date '$to'
                group by 1
                """);
        SQL.put(
                "unique_residents",
                "select $key as k, count(distinct resident) as v from event where requested_day" + IN_PERIOD
                        + " and resident is not null group by 1");
        SQL.put("requests_per_1000_residents", """
                select k, requests * 1000.0 / residents as v
                from (select $key as k, count(*) as requests from event
                      where requested_day between date '$from' and date '$to' group by 1)
                join ($population) using (k)
                """);
    }

    private final Connection connection;

    private Truth(Connection connection) {
        this.connection = connection;
    }

    private static String quantile(String from, String to, String which, String day, double share) {
        return """
                select k, days as v from (
                    select $key as k, epoch(%2$s) / 86400 - epoch(%1$s) / 86400 as days,
                           row_number() over (partition by $key order by epoch(%2$s) - epoch(%1$s)) as place,
                           count(*) over (partition by $key) as everybody
                    from event
                    where %3$s and %4$s between date '$from' and date '$to' and %2$s >= %1$s
                ) where place = ceil(%5$s * everybody)
                """.formatted(from, to, which, day, share);
    }

    /** GeoJSON of the districts and the property that holds their code. */
    record Polygons(Path file, String property) {}

    /**
     * @param lakeFiles the Parquet files of the lake's current version
     * @param pack the folder of the city pack
     * @param polygons where the events without a district are looked for
     */
    static Truth of(List<String> lakeFiles, Path pack, String zone, Optional<Polygons> polygons)
            throws SQLException, IOException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            // any zone but the city's: the truth names its zone itself
            statement.execute("set TimeZone = 'Pacific/Kiritimati'");
            for (String table : List.of(
                    "service",
                    "district",
                    "service_code",
                    "department_code",
                    "district_code",
                    "department",
                    "population")) {
                statement.execute("create table csv_%s as from read_csv('%s', all_varchar = true, header = true)"
                        .formatted(table, pack.resolve(table + ".csv")));
            }
            // what was updated has a column more, which says how
            statement.execute("create view lake as from read_parquet([%s], union_by_name = true)"
                    .formatted(lakeFiles.stream().map("'%s'"::formatted).collect(Collectors.joining(", "))));
            locate(connection, polygons);
            statement.execute("""
                    create table event as
                    select e.*,
                        cast(timezone('%1$s', e.requested_at) as date) as requested_day,
                        cast(timezone('%1$s', e.responded_at) as date) as responded_day,
                        cast(timezone('%1$s', e.due_at) as date) as due_day,
                        cast(timezone('%1$s', e.ended_at) as date) as ended_day,
                        s.service,
                        coalesce(dc.department, di.department, s.department) as department,
                        d.district,
                        d.major_district
                    from (
                        select lake.*, coalesce(district_code, place.code) as place
                        from lake left join place using (feed, event_id)
                    ) as e
                    left join (
                        select code, service, department from csv_service_code join csv_service using (service)
                        where feed = (select any_value(source) from lake)
                        union all
                        select service, service, department from csv_service
                        where service not in (select code from csv_service_code where feed = (select any_value(source) from lake))
                    ) as s on e.service_code = s.code
                    left join csv_department_code as dc on e.department_code = dc.code and dc.feed = e.source
                    left join csv_department as di on e.department_code = di.department
                    left join (
                        select code, district, major_district from csv_district_code join csv_district using (district)
                        union all
                        select district, district, major_district from csv_district
                    ) as d on e.place = d.code
                    """.formatted(zone));
        }
        return new Truth(connection);
    }

    /** The district of each event that has a place but no district: by the JDK's own geometry, not by the job's. */
    private static void locate(Connection connection, Optional<Polygons> polygons) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table place (feed text, event_id text, code text)");
            if (polygons.isEmpty()) {
                return;
            }
            Map<String, Path2D> areas = areas(polygons.get());
            DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
            try (ResultSet row = statement.executeQuery(
                            "select feed, event_id, lon, lat from lake where district_code is null and lon is not null");
                    DuckDBAppender places = duck.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "place")) {
                while (row.next()) {
                    double longitude = row.getDouble("lon");
                    double latitude = row.getDouble("lat");
                    for (Map.Entry<String, Path2D> area : areas.entrySet()) {
                        if (area.getValue().contains(longitude, latitude)) {
                            places.beginRow();
                            places.append(row.getString("feed")).append(row.getString("event_id"));
                            places.append(area.getKey().split("#", 2)[0]);
                            places.endRow();
                            break;
                        }
                    }
                }
            }
        }
    }

    private static Map<String, Path2D> areas(Polygons polygons) throws IOException {
        Map<String, Path2D> areas = new LinkedHashMap<>();
        JsonNode features =
                new ObjectMapper().readTree(polygons.file().toFile()).path("features");
        for (JsonNode feature : features) {
            Path2D area = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            JsonNode geometry = feature.path("geometry");
            boolean many = geometry.path("type").asText().equals("MultiPolygon");
            for (JsonNode polygon : many ? geometry.path("coordinates") : List.of(geometry.path("coordinates"))) {
                for (JsonNode ring : polygon) {
                    boolean first = true;
                    for (JsonNode point : ring) {
                        if (first) {
                            area.moveTo(point.path(0).asDouble(), point.path(1).asDouble());
                        } else {
                            area.lineTo(point.path(0).asDouble(), point.path(1).asDouble());
                        }
                        first = false;
                    }
                    area.closePath();
                }
            }
            // several areas may have one code
            areas.put(feature.path("properties").path(polygons.property()).asText() + "#" + areas.size(), area);
        }
        return areas;
    }

    static Iterable<String> kpis() {
        return SQL.keySet();
    }

    Connection connection() {
        return connection;
    }

    /** The figures by member of the cut ("" for the whole city; {@code unknown} where the cut has no value). */
    Map<String, Double> figures(String kpi, Optional<String> cut, Period period, String moreConditions)
            throws SQLException {
        String key = cut.map("coalesce(%s, 'unknown')"::formatted).orElse("''");
        String sql = SQL.getOrDefault(kpi, "")
                .replace("$population", population(cut, period))
                .replace("$key", key)
                .replace("$from", period.from().toString())
                .replace("$to", period.to().toString());
        String narrowed = moreConditions.isEmpty()
                ? sql
                : "with event as (select * from main.event where %s) %s".formatted(moreConditions, sql);
        Map<String, Double> figures = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(narrowed)) {
            while (rows.next()) {
                double value = rows.getDouble("v");
                if (!rows.wasNull()) {
                    figures.put(rows.getString("k"), value);
                }
            }
        }
        return figures;
    }

    /** One figure of all events that meet a condition; empty where there is none. */
    OptionalDouble figure(String kpi, Period period, String condition) throws SQLException {
        String those = "case when %s then 'those' end".formatted(condition);
        Double figure = figures(kpi, Optional.of(those), period, "").get("those");
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }

    /** Mean residents over the period's days, each day with the figures of the last census year up to it. */
    private static String population(Optional<String> cut, Period period) {
        String group = cut.map(name -> switch (name) {
                    case "district" -> "coalesce(p.district, 'unknown')";
                    case "major_district" -> "d.major_district";
                    case "age_group" -> "p.age_group";
                    default -> "''";
                })
                .orElse("''");
        String residents = """
                select %s as k, sum(cast(residents as bigint)) / %d as residents
                from (select unnest(generate_series(date '%s', date '%s', interval 1 day)) as day) as days
                join csv_population as p on cast(p.year as int) = coalesce(
                    (select max(cast(year as int)) from csv_population where cast(year as int) <= year(days.day)),
                    (select min(cast(year as int)) from csv_population))
                left join csv_district as d on p.district = d.district
                where %s
                group by 1 having sum(cast(residents as bigint)) > 0
                """.formatted(
                        group,
                        period.days(),
                        period.from(),
                        period.to(),
                        switch (cut.orElse("")) {
                            case "district" -> "p.district is not null";
                            // a district in which nobody was counted leaves its whole major district unknown
                            case "major_district" -> """
                                d.major_district not in (
                                    select major_district from csv_district where district not in (
                                        select district from csv_population where district is not null))
                                """;
                            default -> "true";
                        });
        boolean wholeCity = cut.isPresent()
                && !List.of("district", "major_district", "age_group").contains(cut.get());
        return wholeCity
                ? "select m.k, r.residents from (select distinct $key as k from event) as m cross join (%s) as r"
                        .formatted(residents)
                : residents;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
