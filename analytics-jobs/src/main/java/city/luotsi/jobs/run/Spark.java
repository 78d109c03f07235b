package city.luotsi.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark session of a run, with its own temporary folder that goes when it ends. Local unless {@code spark-submit}
 * (or {@code -Dspark.master}) says otherwise; any {@code spark.*} system property takes precedence over what is set here.
 */
public final class Spark implements AutoCloseable {
    private final SparkSession session;
    private final Temporary temporary;

    private Spark(SparkSession session, Temporary temporary) {
        this.session = session;
        this.temporary = temporary;
    }

    public static Spark start(JobFolders folders) {
        int cores = Runtime.getRuntime().availableProcessors();
        Temporary temporary = temporary(folders.temporary());
        SparkSession.Builder builder = SparkSession.builder().appName("luotsi");
        configure(builder, "spark.master", "local[*]");
        if (isLocal()) {
            // nobody else needs to reach it, and a machine without a resolvable name starts too
            configure(builder, "spark.driver.host", "127.0.0.1");
            configure(builder, "spark.driver.bindAddress", "127.0.0.1");
        }
        configure(builder, "spark.ui.enabled", "false");
        configure(builder, "spark.ui.showConsoleProgress", "false");
        configure(builder, "spark.log.structuredLogging.enabled", "false");
        configure(builder, "spark.local.dir", temporary.folder().toString());
        configure(
                builder,
                "spark.sql.warehouse.dir",
                temporary.folder().resolve("warehouse").toString());
        configure(builder, "spark.sql.catalogImplementation", "in-memory");
        configure(builder, "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
        configure(builder, "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        configure(builder, "spark.databricks.delta.snapshotPartitions", "1");
        // what is merged is read from files of our own, which don't change meanwhile
        configure(builder, "spark.databricks.delta.merge.materializeSource", "none");
        // a run has more queries than fit into the usual hundred, and compiling one takes longer than a small file
        configure(builder, "spark.sql.codegen.cache.maxEntries", "2000");
        // two a core: more only cost start-up, and 30 million events fit; on a cluster Spark sees how many are worth it
        if (isLocal()) {
            configure(builder, "spark.sql.shuffle.partitions", String.valueOf(2 * cores));
        }
        configure(builder, "spark.shuffle.compress", "true");
        configure(builder, "spark.io.compression.codec", "zstd");
        configure(builder, "spark.sql.codegen.aggregate.map.twolevel.enabled", "false");
        configure(builder, "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        configure(builder, "spark.sql.parquet.compression.codec", "zstd");
        configure(builder, "spark.sql.session.timeZone", "UTC");
        // a time nobody can read becomes null, which the source room turns into a quarantined record
        configure(builder, "spark.sql.legacy.timeParserPolicy", "CORRECTED");
        if (folders.store().isPresent()) {
            Store.settings().forEach((key, value) -> configure(builder, key, value));
        }
        return new Spark(builder.getOrCreate(), temporary);
    }

    private static boolean isLocal() {
        return System.getProperty("spark.master", "local").startsWith("local");
    }

    public SparkSession session() {
        return session;
    }

    @Override
    public void close() {
        session.stop();
        temporary.close();
    }

    /** Deletes a folder and all in it; nothing to do if it isn't there. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete " + folder, e);
        }
    }

    private static Temporary temporary(Path folder) {
        try {
            return Temporary.in(folder);
        } catch (IOException e) {
            throw new JobException(
                    "can't write to %s; make it writable or set LUOTSI_DATA to another folder".formatted(folder), e);
        }
    }

    private static void configure(SparkSession.Builder builder, String key, String value) {
        if (System.getProperty(key) == null) {
            builder.config(key, value);
        }
    }
}
