package city.luotsi.dashboard;

import static city.luotsi.dashboard.FixturePublication.COMPLETE_THROUGH;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.rollup.LogBuckets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The made-up events counted by the KPI files, as the job counts real ones. */
record FixtureCells(Catalogue catalogue) {
    void write(Statement statement) throws SQLException {
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

    private static String unionOf(List<Kpi> kpis, Function<Kpi, String> select) {
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
}
