package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.rollup.DistinctCount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Builds the cube from the views that the subjects read. Days after {@code completeThrough} are left out: what is due
 * tomorrow isn't late today.
 */
public final class CubeBuild {
    /** Which of a statement's grains a row belongs to: Spark's grouping id, one bit per key that is summed away. */
    private static final String GRAIN = "grain_of_row";

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final LocalDate completeThrough;
    private final Path folder;
    private final Consumer<String> progress;

    /**
     * @param folder where the Parquet files go; must be empty
     * @param progress is told what is being done, in words
     */
    public CubeBuild(
            SparkSession spark,
            Catalogue catalogue,
            LocalDate completeThrough,
            Path folder,
            Consumer<String> progress) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.completeThrough = completeThrough;
        this.folder = folder;
        this.progress = progress;
    }

    /** @throws city.luotsi.figures.catalogue.DefinitionException if a KPI or subject names what doesn't exist */
    public Cube build() {
        SubjectViews views = new SubjectViews(spark);
        dependenciesFirst().forEach(views::create);
        List<CubeTable> tables = new ArrayList<>();
        List<MeasureColumn> columns = new ArrayList<>();
        for (Subject subject : catalogue.subjects().values()) {
            List<Kpi> kpis = catalogue.kpis().values().stream()
                    .filter(kpi -> kpi.of().equals(subject.name()))
                    .toList();
            Measures measures = new Measures(
                    kpis, completeThrough, (kpi, column) -> asNumber(views.type(kpi, column), kpi, column));
            tables.addAll(cells(subject, measures));
            tables.addAll(buckets(subject, measures));
            tables.addAll(sketches(subject, measures));
            columns.addAll(measures.columns());
        }
        return new Cube(tables, columns);
    }

    /** A subject may read another; it is created after it. */
    private List<Subject> dependenciesFirst() {
        return catalogue.subjects().values().stream()
                .sorted(java.util.Comparator.comparingInt(this::depth))
                .toList();
    }

    private int depth(Subject subject) {
        return catalogue.subjects().values().stream()
                .filter(other -> !other.equals(subject))
                .filter(other -> subject.file().select().matches("(?s).*\\b(from|join)\\s+" + other.name() + "\\b.*"))
                .mapToInt(other -> 1 + depth(other))
                .max()
                .orElse(0);
    }

    /** Truth values are counted; whole numbers and money stay exact; nothing is summed as a floating point number. */
    private static String asNumber(String type, Kpi kpi, String column) {
        String expression = kpi.select().columns().getOrDefault(column, "null");
        if (type.equals("BOOLEAN")) {
            return "cast((%s) as int)".formatted(expression);
        }
        if (type.startsWith("DECIMAL") || type.equals("INT") || type.equals("BIGINT")) {
            return "(" + expression + ")";
        }
        throw new city.luotsi.figures.catalogue.DefinitionException(
                kpi.file().origin(),
                kpi.file().selectLine(),
                "'%s' is of type %s; sums are of whole numbers, decimals or truth values".formatted(column, type));
    }

    private List<CubeTable> cells(Subject subject, Measures measures) {
        if (measures.summed().isEmpty()) {
            return List.of();
        }
        List<Grain> grains = subject.grains(GrainKind.CELL);
        List<String> names =
                measures.summed().stream().map(Measures.Summed::column).toList();
        String rows = "select %s, %s from %s where day <= date '%s'"
                .formatted(
                        String.join(", ", keySources(grains)),
                        measures.summed().stream()
                                .map(measure -> measure.expression() + " as " + measure.column())
                                .collect(Collectors.joining(", ")),
                        subject.name(),
                        completeThrough);
        String sums = names.stream().map("sum(%1$s) as %1$s"::formatted).collect(Collectors.joining(", "));
        return grouped(subject, "cells", grains, rows, List.of(), sums, names);
    }

    private List<CubeTable> buckets(Subject subject, Measures measures) {
        if (measures.buckets().isEmpty()) {
            return List.of();
        }
        List<Grain> grains = subject.grains(GrainKind.BUCKET);
        return grouped(
                subject,
                "buckets",
                grains,
                stacked(subject, grains, measures.buckets(), "bucket"),
                List.of("measure", "bucket"),
                "count(1) as events",
                List.of("measure", "bucket", "events"));
    }

    private List<CubeTable> sketches(Subject subject, Measures measures) {
        if (measures.sketches().isEmpty()) {
            return List.of();
        }
        List<Grain> grains = subject.grains(GrainKind.SKETCH);
        return grouped(
                subject,
                "sketches",
                grains,
                stacked(subject, grains, measures.sketches(), "value"),
                List.of("measure"),
                "hll_sketch_agg(value, %d) as sketch, count(value) as counted, count(1) as rows"
                        .formatted(DistinctCount.LOG_REGISTERS),
                List.of("measure", "sketch", "counted", "rows"));
    }

    /** One row per row of the subject and measure that counts it. */
    private String stacked(Subject subject, List<Grain> grains, List<Measures.Valued> measures, String value) {
        String stack = measures.stream()
                .map(measure -> "'%s', %s, %s".formatted(measure.name(), measure.counts(), measure.value()))
                .collect(Collectors.joining(", "));
        return """
                select * from (
                    select %s, stack(%d, %s) as (measure, counts, %s)
                    from %s where day <= date '%s'
                ) where counts""".formatted(
                String.join(", ", keySources(grains)), measures.size(), stack, value, subject.name(), completeThrough);
    }

    /** One statement adds up all grains of a kind; its output is written apart by grain. */
    private List<CubeTable> grouped(
            Subject subject,
            String kind,
            List<Grain> grains,
            String rows,
            List<String> moreKeys,
            String aggregates,
            List<String> measures) {
        progress.accept("adding up %s of %s".formatted(kind, subject.name()));
        // grouping_id() wants its keys in the order in which the grouping sets first name them
        List<String> all = grains.stream()
                .flatMap(grain -> keys(grain, moreKeys).stream())
                .distinct()
                .toList();
        String sets = grains.stream()
                .map(grain -> "(" + String.join(", ", keys(grain, moreKeys)) + ")")
                .collect(Collectors.joining(", "));
        Dataset<Row> sums = spark.sql("select grouping_id(%s) as %s, %s, %s from (%s) group by grouping sets (%s)"
                .formatted(String.join(", ", all), GRAIN, String.join(", ", all), aggregates, rows, sets));
        Path target = folder.resolve(subject.name() + "_" + kind);
        sums.write()
                .partitionBy(GRAIN)
                .option("compression", "zstd")
                .parquet(target.toUri().toString());
        List<CubeTable> tables = new ArrayList<>();
        for (Grain grain : grains) {
            Path part = target.resolve(GRAIN + "=" + groupingId(all, keys(grain, moreKeys)));
            if (!Files.isDirectory(part)) {
                // a city without residents' ids, say, has no such cells; its table is there, and empty
                Dataset<Row> none =
                        spark.createDataFrame(List.of(), sums.drop(GRAIN).schema());
                none.coalesce(1).write().parquet(part.toUri().toString());
            }
            tables.add(new CubeTable(grain, part.resolve("*.parquet").toString(), keys(grain, List.of()), measures));
        }
        return tables;
    }

    private static long groupingId(List<String> all, List<String> kept) {
        long id = 0;
        for (String key : all) {
            id = (id << 1) | (kept.contains(key) ? 0 : 1);
        }
        return id;
    }

    private List<String> keys(Grain grain, List<String> more) {
        return Stream.of(List.of(grain.timeColumn()), catalogue.columnsOf(grain), more)
                .flatMap(List::stream)
                .toList();
    }

    private List<String> keys(List<Grain> grains) {
        Set<String> keys = new LinkedHashSet<>();
        grains.forEach(grain -> keys.addAll(keys(grain, List.of())));
        return List.copyOf(keys);
    }

    private List<String> keySources(List<Grain> grains) {
        return keys(grains).stream()
                .map(key -> key.equals("month") ? "cast(date_trunc('month', day) as date) as month" : key)
                .toList();
    }
}
