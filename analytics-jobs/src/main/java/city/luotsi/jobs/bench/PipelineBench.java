package city.luotsi.jobs.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.cube.LakeSurvey;
import city.luotsi.jobs.cube.LakeViews;
import city.luotsi.jobs.demo.DemoCity;
import city.luotsi.jobs.demo.DemoSettings;
import city.luotsi.jobs.lake.Ingest;
import city.luotsi.jobs.lake.Lake;
import city.luotsi.jobs.place.DistrictFinder;
import city.luotsi.jobs.publish.Refresh;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs the pipeline at one size, in a folder of its own, and measures it. */
final class PipelineBench {
    private static final LocalDate UNTIL = LocalDate.of(2026, 5, 31);
    private static final int YEARS = 3;
    private static final String FEED = "events";
    /** The stage of a refresh that begins when the cube is there. */
    private static final String PUBLISHING = "writing the publication";

    private final JobFolders folders;
    private final Definitions definitions;
    private final String city;
    private final CityPack pack;
    private final Progress progress;

    /** @param folders must be empty; what is left in it may be deleted */
    PipelineBench(JobFolders folders, Definitions definitions, String city, Progress progress) {
        this.folders = folders;
        this.definitions = definitions;
        this.city = city;
        this.pack = new CityPacks(definitions).read(JobFolders.packOf(city));
        this.progress = progress;
    }

    private interface Work {
        void done() throws IOException, SQLException;
    }

    /** @param builds how often the whole cube is added up, by Spark and by DuckDB */
    Measured measure(long events, int builds, Supplier<SparkSession> session) throws IOException, SQLException {
        SparkSession spark = session.get();
        progress.say("%,d events".formatted(events));
        Stages making = new Stages(progress);
        new DemoCity(folders, definitions, city, making)
                .make(new DemoSettings(events, 1, UNTIL, YEARS, DemoSettings.Telling.ALL), session);
        double ingest = Stages.from(making.seconds(), "moving to landing");

        PeakMemory.restart();
        double[] whole = new double[builds];
        double[] cpu = new double[builds];
        Stages stages = new Stages(progress);
        long cells = 0;
        for (int i = 0; i < builds; i++) {
            stages = new Stages(progress);
            double before = cpuSeconds();
            cells = refresh(spark, stages).rebuild(city).cells();
            cpu[i] = cpuSeconds() - before;
            whole[i] = Stages.before(stages.seconds(), PUBLISHING);
        }
        long lakeSize = size(Path.of(folders.lake(city)));
        double publish = Stages.from(stages.seconds(), PUBLISHING);
        long cubeSize = size(folders.cubes(city));
        long publicationSize =
                newest(folders.publications(city), ".duckdb").toFile().length();

        progress.stage("DuckDB adds up the same");
        List<Path> files = files(spark);
        double[] duck = new double[builds];
        String difference;
        long peakBefore = PeakMemory.bytes();
        Path file = folders.data().resolve("duckdb.duckdb");
        try (DuckDbCube cube = new DuckDbCube(file, definitions, pack.zone(), codes(spark), files, through(spark))) {
            for (int i = 0; i < builds; i++) {
                duck[i] = seconds(cube::build);
            }
            difference = cube.difference(newest(folders.cubes(city), ".duckdb"));
        }
        Files.delete(file);

        PeakMemory.restart();
        Path day = folders.data().resolve("day");
        long more = nextDay(spark, day);
        double dayIngest = seconds(() -> new Ingest(spark, folders, definitions, city, progress).written(day, FEED));
        Stages stepping = new Stages(progress);
        refresh(spark, stepping).run(city);
        double increment = Stages.before(stepping.seconds(), PUBLISHING);
        return new Measured(
                events,
                ingest,
                median(whole),
                median(cpu),
                more,
                dayIngest,
                increment,
                publish,
                cells,
                Math.max(peakBefore, PeakMemory.bytes()),
                lakeSize,
                cubeSize,
                publicationSize,
                median(duck),
                difference,
                stages.seconds());
    }

    private Refresh refresh(SparkSession spark, Progress shown) {
        return new Refresh(spark, folders, definitions, Clock.systemUTC(), shown::stage);
    }

    /** The last day's requests once more on the day after, and as many cases closed that were open. */
    private long nextDay(SparkSession spark, Path folder) {
        progress.stage("making the next day");
        Dataset<Row> lake =
                new Lake(spark, folders.lake(city)).events().drop("file", "version", "requested_month", "source");
        LocalDate from = UNTIL.minusDays(1);
        Dataset<Row> last = lake.where("requested_at >= timestamp '%s 21:00:00Z'".formatted(from))
                .withColumn("event_id", concat(col("event_id"), lit("-next")))
                .withColumn("requested_at", expr("requested_at + interval 1 day"))
                .withColumn("responded_at", expr("responded_at + interval 1 day"))
                .withColumn("due_at", expr("due_at + interval 1 day"))
                .withColumn("ended_at", expr("ended_at + interval 1 day"))
                .withColumn("updated_at", expr("updated_at + interval 1 day"));
        long asked = last.count();
        Dataset<Row> closed = lake.where("status = 'open'")
                .orderBy("event_id")
                .limit((int) asked)
                .withColumn("status", lit("completed"))
                .withColumn("ended_at", expr("timestamp '%s 09:00:00Z'".formatted(UNTIL.plusDays(1))))
                .withColumn("updated_at", expr("updated_at + interval 1 day"));
        Dataset<Row> rows = last.unionByName(closed).coalesce(1);
        rows.write().parquet(folder.toString());
        return spark.read().parquet(folder.toString()).count();
    }

    /** The tables of codes, as Parquet. */
    private Path codes(SparkSession spark) {
        SparkSession own = spark.newSession();
        own.conf().set("spark.sql.session.timeZone", pack.zone().getId());
        new LakeViews(own, pack, DistrictFinder.byNearestPoint(pack.members("district"))).create(survey(own));
        Path folder = folders.data().resolve("codes");
        for (String table : DuckDbCube.CODES) {
            own.table(table).coalesce(1).write().parquet(folder.resolve(table).toString());
        }
        return folder;
    }

    private LocalDate through(SparkSession spark) {
        SparkSession own = spark.newSession();
        own.conf().set("spark.sql.session.timeZone", pack.zone().getId());
        return survey(own).data().to();
    }

    private LakeSurvey survey(SparkSession own) {
        return LakeSurvey.of(own.read().format("delta").load(folders.lake(city).toString()));
    }

    private List<Path> files(SparkSession spark) {
        return Arrays.stream(new Lake(spark, folders.lake(city)).events().inputFiles())
                .map(file -> Path.of(URI.create(file)))
                .toList();
    }

    private static double seconds(Work work) throws IOException, SQLException {
        long before = System.nanoTime();
        work.done();
        return (System.nanoTime() - before) / 1e9;
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static Path newest(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }
}
