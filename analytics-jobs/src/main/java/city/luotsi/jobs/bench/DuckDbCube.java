package city.luotsi.jobs.bench;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.rollup.LogBuckets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cube as DuckDB adds it up from the same KPI files and Parquet: the pace of a good engine without a cluster. Its
 * tables have the columns that Spark's cube has. Distinct counts are DuckDB's own estimates, which can't be merged.
 */
final class DuckDbCube implements AutoCloseable {
    static final List<String> CODES =
            List.of("service_by_code", "department_by_code", "district_by_code", "age_group", "feed");

    private static final String ESTIMATES =
            "* exclude (value), approx_count_distinct(value) as estimate, count(value) as counted"
                    + ", count(*) as \"rows\"";

    private final Connection connection;
    private final Catalogue catalogue;
    private final LocalDate through;

    /**
     * @param file must not exist yet
     * @param codes a folder with Parquet of each table of codes
     * @param events the lake's Parquet files
     * @param through the last day that counts
     */
    DuckDbCube(Path file, Definitions definitions, ZoneId zone, Path codes, List<Path> events, LocalDate through)
            throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        this.catalogue = Catalogue.of(definitions);
        this.through = through;
        execute("set TimeZone = '%s'".formatted(zone.getId()));
        execute("set memory_limit = '2GB'");
        execute("set temp_directory = '%s.tmp'".formatted(file));
        execute(definitions.text("dialect/duckdb.sql").orElseThrow());
        execute("create view service_event as select *, district_code as located_district_code from read_parquet([%s])"
                .formatted(events.stream().map("'%s'"::formatted).collect(Collectors.joining(", "))));
        for (String table : CODES) {
            execute("create view %s as from read_parquet('%s/*.parquet')".formatted(table, codes.resolve(table)));
        }
        for (Subject subject : catalogue.dependenciesFirst()) {
            execute("create view %s as %s"
                    .formatted(subject.name(), subject.file().select()));
        }
    }

    /** Adds up all tables. */
    void build() throws SQLException {
        for (Subject subject : catalogue.subjects().values()) {
            for (Grain grain : fine(subject)) {
                String select = switch (grain.kind()) {
                    case CELL -> cells(grain);
                    case BUCKET -> measured(grain, "bucket", "*, count(*) as events");
                    case SKETCH -> measured(grain, "value", ESTIMATES);
                };
                if (!select.isEmpty()) {
                    execute("create or replace table %s as %s".formatted(grain.table(), select));
                }
            }
        }
        execute("checkpoint");
    }

    private String cells(Grain grain) throws SQLException {
        Map<String, String> sums = sums(grain.subject());
        if (sums.isEmpty()) {
            return "";
        }
        String something = sums.keySet().stream().map("%s <> 0"::formatted).collect(Collectors.joining(" or "));
        String added = sums.entrySet().stream()
                .map(sum -> sum.getValue() + " as " + sum.getKey())
                .collect(Collectors.joining(", "));
        return "select * from (select %s, %s from %s where day <= date '%s' group by all) where %s order by %s"
                .formatted(keys(grain), added, grain.subject(), through, something, sorted(catalogue, grain));
    }

    /** SQL by column; what is the same sum for several KPIs is added up once. */
    private Map<String, String> sums(String subject) throws SQLException {
        Map<String, String> columnBySum = new LinkedHashMap<>();
        for (Kpi kpi : kpis(subject, GrainKind.CELL)) {
            String rows = rows(kpi);
            String counted = rows
                    + kpi.select().columns().values().stream()
                            .filter(expression -> !expression.matches("(?i)true|false|-?\\d+"))
                            .map(" and (%s) is not null"::formatted)
                            .collect(Collectors.joining());
            for (Column column : columns(kpi.file().select())) {
                String expression = kpi.select().columns().getOrDefault(column.name(), "null");
                String sum = column.type().equals("BOOLEAN")
                        ? count(counted, expression)
                        : expression.equals("1")
                                ? count(counted, "true")
                                : "coalesce(sum(case when %s then (%s) end), 0)".formatted(counted, expression);
                columnBySum.putIfAbsent(once(sum), kpi.name() + "_" + column.name());
            }
            columnBySum.putIfAbsent(once(count(counted, "true")), kpi.name() + "_counted");
            columnBySum.putIfAbsent(once(count(rows, "true")), kpi.name() + "_rows");
        }
        Map<String, String> sumByColumn = new LinkedHashMap<>();
        columnBySum.forEach((sum, column) -> sumByColumn.put(column, sum));
        return sumByColumn;
    }

    private static String count(String condition, String truth) {
        return "count(case when %s and (%s) then 1 end)".formatted(condition, truth);
    }

    /** The same for texts that differ in white space only. */
    private static String once(String sql) {
        return sql.replaceAll("\\s+(?=(?:[^']*'[^']*')*[^']*$)", " ");
    }

    private String measured(Grain grain, String value, String aggregates) {
        Map<String, String> nameByMeasure = new LinkedHashMap<>();
        for (Kpi kpi : kpis(grain.subject(), grain.kind())) {
            String expression = kpi.select().columns().getOrDefault("value", "null");
            nameByMeasure.putIfAbsent(
                    "%s as %s from %s where %s and day <= date '%s'"
                            .formatted(
                                    grain.kind() == GrainKind.BUCKET ? LogBuckets.bucketOf(expression) : expression,
                                    value,
                                    grain.subject(),
                                    rows(kpi),
                                    through),
                    kpi.name());
        }
        if (nameByMeasure.isEmpty()) {
            return "";
        }
        List<String> rows = new ArrayList<>();
        nameByMeasure.forEach(
                (measure, name) -> rows.add("select %s, '%s' as measure, %s".formatted(keys(grain), name, measure)));
        return "select %s from (%s) group by all order by %s"
                .formatted(aggregates, String.join(" union all ", rows), sorted(catalogue, grain));
    }

    private String rows(Kpi kpi) {
        String condition = kpi.select().condition().map("(%s)"::formatted).orElse("true");
        return kpi.knownAfterDays() == 0
                ? condition
                : "(%s and day <= date '%s')".formatted(condition, through.minusDays(kpi.knownAfterDays()));
    }

    private List<Kpi> kpis(String subject, GrainKind kind) {
        return catalogue.kpis().values().stream()
                .filter(kpi -> kpi.of().equals(subject) && kpi.rollup().grainKind() == kind)
                .toList();
    }

    /** Those of the cube; what is published coarsely is made of it when small groups are hidden. */
    private static List<Grain> fine(Subject subject) {
        return subject.grains().stream().filter(grain -> !grain.coarse()).toList();
    }

    private String keys(Grain grain) {
        return Stream.concat(
                        Stream.of(grain.day() ? "day" : "cast(date_trunc('month', day) as date) as month"),
                        catalogue.columnsOf(grain).stream())
                .collect(Collectors.joining(", "));
    }

    private static String sorted(Catalogue catalogue, Grain grain) {
        return Stream.concat(catalogue.columnsOf(grain).stream(), Stream.of(grain.timeColumn()))
                .collect(Collectors.joining(", "));
    }

    /**
     * The first table in which this cube has other cells than Spark's, in words; empty if there is none. Sketches are held
     * against what they count only.
     */
    String difference(Path cube) throws SQLException {
        execute("attach '%s' as spark (read_only)".formatted(cube));
        for (Subject subject : catalogue.subjects().values()) {
            for (Grain grain : fine(subject)) {
                List<String> compared = columns("select * from spark." + grain.table()).stream()
                        .map(Column::name)
                        .filter(column -> !column.equals("sketch"))
                        .toList();
                String names = compared.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
                long others = number("""
                        select count(*) from (
                            (select %1$s from spark.%2$s except all select %1$s from %2$s)
                            union all
                            (select %1$s from %2$s except all select %1$s from spark.%2$s))""".formatted(names, grain.table()));
                if (others > 0) {
                    return "%,d rows of %s differ".formatted(others, grain.table());
                }
            }
        }
        return "";
    }

    private record Column(String name, String type) {}

    private List<Column> columns(String select) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet described = statement.executeQuery("describe " + select)) {
            while (described.next()) {
                columns.add(new Column(described.getString("column_name"), described.getString("column_type")));
            }
        }
        return columns;
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
