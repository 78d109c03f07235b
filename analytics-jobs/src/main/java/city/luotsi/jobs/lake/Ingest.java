package city.luotsi.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.run.CityLock;
import city.luotsi.jobs.run.FileCounts;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import city.luotsi.jobs.run.Workplace;
import city.luotsi.jobs.source.Feed;
import city.luotsi.jobs.source.Feeds;
import city.luotsi.jobs.source.Format;
import city.luotsi.jobs.source.Landed;
import city.luotsi.jobs.source.Landing;
import city.luotsi.jobs.source.Quarantine;
import city.luotsi.jobs.source.Source;
import city.luotsi.jobs.source.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Files become rows of a city's lake: landing, source, quarantine, lake, in this order. */
public final class Ingest {
    private final SparkSession spark;
    private final JobFolders folders;
    private final String city;
    private final CityPack pack;
    private final Clock clock;
    private final Feeds feeds;
    private final Progress progress;

    /** By the machine's own clock. */
    public Ingest(SparkSession spark, JobFolders folders, Definitions definitions, String city, Progress progress) {
        this(spark, folders, definitions, city, Clock.systemUTC(), progress);
    }

    /**
     * @param clock to tell requests from the future
     * @throws DefinitionException if there is no such city, or its pack or a feed is wrong
     */
    public Ingest(
            SparkSession spark,
            JobFolders folders,
            Definitions definitions,
            String city,
            Clock clock,
            Progress progress) {
        this.spark = spark;
        this.folders = folders;
        this.city = city;
        this.pack = new CityPacks(definitions).read(JobFolders.packOf(city));
        this.clock = clock;
        this.feeds = new Feeds(definitions);
        this.progress = progress;
    }

    /**
     * Takes in files one after the other.
     *
     * @param done is told each file's counts as soon as the lake has it
     * @throws JobException if a file can't be taken in; it has left nothing behind, those before it are in the lake
     */
    public void files(List<Feeds.Candidate> files, Consumer<FileCounts> done) {
        alone(telling -> {
            Landing landing = new Landing(folders.landing(city));
            Quarantine quarantine = new Quarantine(folders.quarantine(city));
            for (Feeds.Candidate file : files) {
                telling.stage("copying " + file.file().getFileName());
                Landed landed = landing.copy(file.file(), file.format());
                boolean taken = false;
                try {
                    List<FileCounts> counts = batch(List.of(landed), file.feed(), telling);
                    taken = true;
                    counts.forEach(done);
                } finally {
                    // whatever was thrown: Spark's exceptions are checked ones that Scala doesn't declare
                    if (!taken) {
                        landing.remove(landed);
                        quarantine.remove(landed);
                    }
                }
            }
            return List.of();
        });
    }

    /**
     * Takes in the Parquet files of a folder at once, in one transaction. They are moved to landing, not copied: the folder is one
     * that a job has just written.
     */
    public List<FileCounts> written(Path folder, String feed) {
        return alone(telling -> batch(landed(folder, telling), feeds.named(feed), telling));
    }

    /** The same for a city whose events are all made by a job: these take the place of all there were, in landing too. */
    public List<FileCounts> writtenInstead(Path folder, String feed) {
        return alone(telling -> {
            List<Landed> landed = landed(folder, telling);
            new Lake(spark, folders.lake(city)).clear();
            List<FileCounts> counts = batch(landed, feeds.named(feed), telling);
            new Landing(folders.landing(city)).keepOnly(landed);
            return counts;
        });
    }

    /** While nobody else ingests, and after what a killed run left has been cleared away. */
    private List<FileCounts> alone(Function<Progress, List<FileCounts>> work) {
        try (CityLock lock = CityLock.take(folders, city, "ingest")) {
            folders.work(city, "ingest").clear();
            new Landing(folders.landing(city)).clear();
            return work.apply(progress.andTell(lock::say));
        }
    }

    private List<Landed> landed(Path folder, Progress telling) {
        Landing landing = new Landing(folders.landing(city));
        telling.stage("moving to landing");
        return parquetFiles(folder).stream()
                .map(file -> landing.move(file, Format.PARQUET))
                .toList();
    }

    private List<FileCounts> batch(List<Landed> files, Feed feed, Progress telling) {
        Workplace scratch = folders.work(city, "ingest");
        String staged = scratch.shared("staged");
        String names = files.size() == 1 ? files.getFirst().name() : files.size() + " files";
        try {
            Files.createDirectories(scratch.folder());
            telling.stage("reading " + names);
            stage(files, feed, scratch, staged, names);
            Dataset<Row> read = spark.read().parquet(staged);
            Map<String, Long> records = records(read, files);
            Map<String, Long> bad = byFile(read.where(col("problem").isNotNull()));
            for (Landed file : files) {
                new Quarantine(folders.quarantine(city)).keep(file, read, bad.containsKey(file.hash()), scratch);
            }
            telling.stage("writing to the lake: " + names);
            Map<String, Counts> taken = new Lake(spark, folders.lake(city)).take(staged, scratch.shared("decided"));
            return files.stream()
                    .map(file -> counts(file, feed, records, bad, taken))
                    .toList();
        } catch (IOException e) {
            throw new JobException("can't write to %s: %s".formatted(scratch.folder(), e.getMessage()), e);
        } finally {
            scratch.clear();
        }
    }

    private void stage(List<Landed> files, Feed feed, Workplace scratch, String staged, String names) {
        try {
            new Source(spark, scratch, clock)
                    .read(files, feed, pack.zone())
                    .write()
                    .mode(SaveMode.Overwrite)
                    .parquet(staged);
        } catch (Exception e) {
            Optional<JobException> sentence = Unreadable.sentence(names, e);
            if (sentence.isPresent()) {
                throw sentence.get();
            }
            throw e;
        }
    }

    private static Map<String, Long> records(Dataset<Row> read, List<Landed> files) {
        Map<String, Long> records = new HashMap<>();
        for (Row row : read.groupBy("file")
                .agg(count(lit(1)), max_by(col("unclosed"), col("record")))
                .collectAsList()) {
            if (row.getBoolean(2) && !Source.endsWithQuote(files.getFirst())) {
                throw new JobException(
                        "%s has a quote that isn't closed: record %,d holds the rest of the file; close it, or fetch it again"
                                .formatted(files.getFirst().name(), row.getLong(1)));
            }
            records.put(row.getString(0), row.getLong(1));
        }
        return records;
    }

    private static FileCounts counts(
            Landed file, Feed feed, Map<String, Long> records, Map<String, Long> bad, Map<String, Counts> taken) {
        Counts counts = taken.getOrDefault(file.hash(), Counts.NONE);
        return new FileCounts(
                file.name(),
                file.hash(),
                feed.name(),
                records.getOrDefault(file.hash(), 0L),
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.superseded(),
                bad.getOrDefault(file.hash(), 0L));
    }

    private static Map<String, Long> byFile(Dataset<Row> rows) {
        Map<String, Long> counts = new HashMap<>();
        rows.groupBy("file").count().collectAsList().forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    private static List<Path> parquetFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new JobException("can't list %s: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
