package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.rollup.DistinctCount;
import city.luotsi.jobs.run.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Adds up the rows of a subject into the tables that its grains ask for. Names no KPI. */
final class CubeBuild {
    /** Which of a statement's grains a row belongs to: Spark's grouping id, one bit per key that is summed away. */
    private static final String GRAIN = "grain_of_row";

    private static final int MOST_GRAINS = 8;
    /** Of each file that is written at the same time: so much is kept in memory. */
    private static final int ROW_GROUP_BYTES = 32 << 20;

    private final SparkSession spark;
    private final Catalogue catalogue;
    private final SubjectViews views;
    private final Workplace work;
    private final UUID build = UUID.randomUUID();
    private final Consumer<String> progress;

    /**
     * @param work where the Parquet files go
     * @param progress is told what is being done, in words
     */
    CubeBuild(SparkSession spark, Catalogue catalogue, SubjectViews views, Workplace work, Consumer<String> progress) {
        this.spark = spark;
        this.catalogue = catalogue;
        this.views = views;
        this.work = work;
        this.progress = progress;
        // every task writes all grains of a statement at once: without this it sorts its rows by grain first
        spark.conf().set("spark.sql.maxConcurrentOutputFileWriters", MOST_GRAINS);
    }

    /** Where the numbers of a subject's KPIs stand in its tables. */
    List<MeasureColumn> columns(Subject subject) {
        return measures(subject, Part.whole(Window.until(LocalDate.EPOCH))).columns();
    }

    /** The tables of a subject; kinds that no KPI asks for have none. */
    List<CubeTable> tables(Subject subject) {
        Measures measures = measures(subject, Part.whole(Window.until(LocalDate.EPOCH)));
        return subject.grains().stream()
                .filter(grain -> !grain.coarse())
                .map(grain -> new CubeTable(grain, keys(grain, List.of()), columns(grain.kind(), measures)))
                .filter(table -> !table.measures().isEmpty())
                .toList();
    }

    private static List<String> columns(GrainKind kind, Measures measures) {
        return switch (kind) {
            case CELL -> measures.summed().stream().map(Measures.Summed::column).toList();
            case BUCKET -> measures.buckets().isEmpty() ? List.of() : List.of("measure", "bucket", "events");
            case SKETCH -> measures.sketches().isEmpty() ? List.of() : List.of("measure", "sketch", "counted", "rows");
        };
    }

    /** All tables of a subject, from all of the lake. */
    List<AddedUp> whole(Subject subject, Window window) {
        Part lake = Part.whole(window);
        List<AddedUp> rows = new ArrayList<>(sums(subject, List.of(lake)));
        rows.addAll(sketches(subject, lake, "true"));
        return rows;
    }

    /** Cells and buckets: all parts added up, each with its sign. */
    List<AddedUp> sums(Subject subject, List<Part> parts) {
        List<AddedUp> sums = new ArrayList<>(cells(subject, parts));
        sums.addAll(buckets(subject, parts));
        return sums;
    }

    /** @param only SQL: which rows, for example those of some months */
    List<AddedUp> sketches(Subject subject, Part part, String only) {
        Measures measures = measures(subject, part);
        if (measures.sketches().isEmpty()) {
            return List.of();
        }
        List<Grain> grains = subject.fineGrains(GrainKind.SKETCH);
        String rows = stacked(subject, grains, List.of(part), Measures::sketches, "value");
        return grouped(
                subject,
                GrainKind.SKETCH,
                "select * from (%s) where %s".formatted(rows, only),
                List.of("measure"),
                "hll_sketch_agg(value, %d) as sketch, count(value) as counted, count(1) as rows"
                        .formatted(DistinctCount.LOG_REGISTERS));
    }

    /** The months in which a sketch counts others than before: those that must be made anew. */
    List<LocalDate> monthsToSketch(Subject subject, List<Part> parts) {
        List<Grain> grains = subject.fineGrains(GrainKind.SKETCH);
        if (measures(subject, parts.getFirst()).sketches().isEmpty()) {
            return List.of();
        }
        String rows = stacked(subject, grains, parts, Measures::sketches, "value");
        return spark
                .sql(
                        "select distinct month from (select %1$s from (%2$s) group by %1$s, measure, value having sum(sign) <> 0)"
                                .formatted(String.join(", ", keys(grains)), rows))
                .collectAsList()
                .stream()
                .map(row -> row.getDate(0).toLocalDate())
                .sorted()
                .toList();
    }

    private List<AddedUp> cells(Subject subject, List<Part> parts) {
        if (measures(subject, parts.getFirst()).summed().isEmpty()) {
            return List.of();
        }
        List<Grain> grains = subject.fineGrains(GrainKind.CELL);
        String rows = parts.stream()
                .map(part -> "select %s, %s from %s where %s"
                        .formatted(
                                String.join(", ", keySources(grains)),
                                measures(subject, part).summed().stream()
                                        .map(measure -> measure.expression() + " as " + measure.column())
                                        .collect(Collectors.joining(", ")),
                                part.view(subject.name()),
                                days(subject, part)))
                .collect(Collectors.joining(" union all "));
        boolean onlyAdded = parts.stream().allMatch(part -> part.sign() == 1);
        String sums = measures(subject, parts.getFirst()).summed().stream()
                // what nobody counted adds up to 0, so that a cell is the same however it came about; counting is
                // cheaper
                .map(measure -> (measure.isCount() && onlyAdded
                                ? "count(%1$s) as %1$s"
                                : "coalesce(sum(%1$s), 0) as %1$s")
                        .formatted(measure.column()))
                .collect(Collectors.joining(", "));
        return grouped(subject, GrainKind.CELL, rows, List.of(), sums);
    }

    private List<AddedUp> buckets(Subject subject, List<Part> parts) {
        if (measures(subject, parts.getFirst()).buckets().isEmpty()) {
            return List.of();
        }
        List<Grain> grains = subject.fineGrains(GrainKind.BUCKET);
        return grouped(
                subject,
                GrainKind.BUCKET,
                stacked(subject, grains, parts, Measures::buckets, "bucket"),
                List.of("measure", "bucket"),
                "sum(sign) as events");
    }

    /** One row per row of the subject and measure that counts it. */
    private String stacked(
            Subject subject,
            List<Grain> grains,
            List<Part> parts,
            Function<Measures, List<Measures.Valued>> which,
            String value) {
        return parts.stream()
                .map(part -> {
                    List<Measures.Valued> measures = which.apply(measures(subject, part));
                    String stack = measures.stream()
                            .map(measure -> "'%s', %s, %s".formatted(measure.name(), measure.counts(), measure.value()))
                            .collect(Collectors.joining(", "));
                    return """
                            select * from (
                                select %s, stack(%d, %s) as (measure, counts, %s), %d as sign
                                from %s where %s
                            ) where counts""".formatted(
                                    String.join(", ", keySources(grains)),
                                    measures.size(),
                                    stack,
                                    value,
                                    part.sign(),
                                    part.view(subject.name()),
                                    days(subject, part));
                })
                .collect(Collectors.joining(" union all "));
    }

    /** SQL: the days that any KPI of the subject may count. */
    private String days(Subject subject, Part part) {
        int longest = kpis(subject).stream().mapToInt(Kpi::knownAfterDays).max().orElse(0);
        Window window = part.window();
        return new Window(window.after().map(day -> day.minusDays(longest)), window.through()).contains("day");
    }

    private Measures measures(Subject subject, Part part) {
        kpis(subject).forEach(views::check);
        return new Measures(
                kpis(subject),
                part.window(),
                part.sign(),
                (kpi, column) -> addend(views.type(kpi, column), kpi, column));
    }

    private List<Kpi> kpis(Subject subject) {
        return catalogue.kpis().values().stream()
                .filter(kpi -> kpi.of().equals(subject.name()))
                .toList();
    }

    /** Truth values are counted; whole numbers and money stay exact; nothing is summed as a floating point number. */
    private static Measures.Addend addend(String type, Kpi kpi, String column) {
        String expression = kpi.select().columns().getOrDefault(column, "null");
        if (expression.equals("1") || expression.equalsIgnoreCase("true")) {
            return new Measures.Addend.One();
        }
        if (type.equals("BOOLEAN")) {
            return new Measures.Addend.Truth(expression);
        }
        if (type.startsWith("DECIMAL") || type.equals("INT") || type.equals("BIGINT")) {
            return new Measures.Addend.Amount(expression);
        }
        throw new DefinitionException(
                kpi.file().origin(),
                kpi.file().selectLine(),
                "'%s' is of type %s; sums are of whole numbers, decimals or truth values".formatted(column, type));
    }

    /** One statement adds up all grains of a kind; its output is written apart by grain. */
    private List<AddedUp> grouped(
            Subject subject, GrainKind kind, String rows, List<String> moreKeys, String aggregates) {
        String name = subject.name() + "_" + kind.name().toLowerCase(Locale.ROOT) + "s";
        progress.accept("adding up " + name);
        List<CubeTable> tables = tables(subject).stream()
                .filter(table -> table.grain().kind() == kind)
                .toList();
        // grouping_id() wants its keys in the order in which the grouping sets first name them
        List<String> all = tables.stream()
                .flatMap(table -> keys(table.grain(), moreKeys).stream())
                .distinct()
                .toList();
        String sets = tables.stream()
                .map(table -> "(" + String.join(", ", keys(table.grain(), moreKeys)) + ")")
                .collect(Collectors.joining(", "));
        Dataset<Row> sums = spark.sql("select grouping_id(%s) as %s, %s, %s from (%s) group by grouping sets (%s)"
                .formatted(String.join(", ", all), GRAIN, String.join(", ", all), aggregates, rows, sets));
        String folder = "sums-%s/%s".formatted(build, name);
        sums.write()
                .partitionBy(GRAIN)
                .option("compression", "lz4_raw")
                .option("parquet.block.size", ROW_GROUP_BYTES)
                .parquet(work.shared(folder));
        Path target = work.fetched(folder);
        List<AddedUp> addedUp = new ArrayList<>();
        for (CubeTable table : tables) {
            String grain = GRAIN + "=" + groupingId(all, keys(table.grain(), moreKeys));
            Path part = target.resolve(grain);
            if (!Files.isDirectory(part)) {
                // a city without residents' ids, say, has no such cells; its table is there, and empty
                Dataset<Row> none =
                        spark.createDataFrame(List.of(), sums.drop(GRAIN).schema());
                none.coalesce(1).write().parquet(work.shared(folder + "/" + grain));
                part = work.fetched(folder + "/" + grain);
            }
            addedUp.add(new AddedUp(table, part.resolve("*.parquet").toString()));
        }
        return addedUp;
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
