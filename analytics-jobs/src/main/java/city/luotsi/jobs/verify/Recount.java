package city.luotsi.jobs.verify;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.ConfidentialService;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * A figure counted row by row from the subject, as its KPI file says: no cube, no grain, no bucket, no sketch. Quantiles and
 * distinct counts are exact.
 *
 * @param parts by column of the roll-up, what it adds up to; of a quantile or a distinct count {@code value} is the figure itself
 * @param counted rows in which every column was known
 * @param rows rows it is about
 */
record Recount(Map<String, Double> parts, long counted, long rows) {

    Recount {
        parts = Map.copyOf(parts);
    }

    double part(String column) {
        return parts.getOrDefault(column, 0.0);
    }

    /**
     * @param spark in which the subjects are known by name, and days are the city's
     * @param openOnly whether the published answer leaves confidential services out
     */
    static Recount of(SparkSession spark, Publication publication, KpiQuery query, Period answered, boolean openOnly) {
        Catalogue catalogue = publication.catalogue();
        Kpi kpi = catalogue.kpi(query.kpi());
        Subject subject = catalogue.subjectOf(kpi);
        List<String> columns = kpi.rollup().columns();
        List<String> conditions = new ArrayList<>();
        kpi.select().condition().ifPresent(condition -> conditions.add("(%s)".formatted(condition)));
        if (!kpi.rollup().isStock()) {
            conditions.add("day >= date '%s'".formatted(answered.from()));
        }
        conditions.add("day <= date '%s'".formatted(answered.to()));
        String known = columns.stream()
                .map(column ->
                        "(%s) is not null".formatted(kpi.select().columns().get(column)))
                .collect(Collectors.joining(" and "));
        String sums =
                columns.stream().map(column -> aggregate(kpi, column, known)).collect(Collectors.joining(", "));
        var rows = spark.table(subject.name()).where(String.join(" and ", conditions));
        for (Map.Entry<String, Set<String>> filter : query.filters().entrySet()) {
            var column = functions.col(filter.getKey());
            var members = column.isin(filter.getValue().toArray());
            rows = rows.where(filter.getValue().contains(Member.UNKNOWN) ? members.or(column.isNull()) : members);
        }
        if (openOnly) {
            var service = functions.col("service");
            Object[] confidential = publication.confidential().stream()
                    .map(ConfidentialService::service)
                    .distinct()
                    .toArray();
            rows = rows.where(service.isNull().or(functions.not(service.isin(confidential))));
        }
        rows.createOrReplaceTempView("recounted");
        Row sum = spark.sql("select %s, count(case when %s then 1 end) as counted, count(1) as rows from recounted"
                        .formatted(sums, known))
                .head();
        return new Recount(
                columns.stream().collect(Collectors.toMap(column -> column, column -> number(sum, column))),
                sum.<Long>getAs("counted"),
                sum.<Long>getAs("rows"));
    }

    /** Of the rows that were counted last, those whose value lies from one to another. */
    static long between(SparkSession spark, Kpi kpi, double one, double other) {
        return spark.table("recounted")
                .where("(%s) between %s and %s"
                        .formatted(kpi.select().columns().get("value"), Math.min(one, other), Math.max(one, other)))
                .count();
    }

    /** Of no rows at all the sum is 0. */
    private static double number(Row sum, String column) {
        int index = sum.fieldIndex(column);
        return sum.isNullAt(index) ? 0 : sum.getDouble(index);
    }

    private static String aggregate(Kpi kpi, String column, String known) {
        String value = "case when %s then (%s) end"
                .formatted(known, kpi.select().columns().get(column));
        return switch (kpi.rollup()) {
            case SUM, RATIO, STOCK, STOCK_AGE, PER_RESIDENT ->
                "cast(sum(cast(%s as decimal(28, 6))) as double) as %s".formatted(value, column);
            case QUANTILE ->
                "cast(percentile_disc(%s) within group (order by %s) as double) as %s"
                        .formatted(kpi.quantile(), value, column);
            case DISTINCT -> "cast(count(distinct %s) as double) as %s".formatted(value, column);
        };
    }
}
