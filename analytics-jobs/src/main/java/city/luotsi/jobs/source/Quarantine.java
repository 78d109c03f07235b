package city.luotsi.jobs.source;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import city.luotsi.jobs.run.Spark;
import city.luotsi.jobs.run.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The records that could not be taken, one Parquet folder a file: {@code file, source, record} (from 1)
 * {@code , reason, original} (as JSON). Reading a file again takes its place.
 */
public final class Quarantine {
    /** Spark's row ids: the part of the file above, the position in it below. */
    private static final int PART_BITS = 33;

    private static final String PART = "quarantined";

    private final Path folder;

    public Quarantine(Path folder) {
        this.folder = folder;
    }

    /**
     * @param read all that {@link Source#read} gave of a file, good records too: they are counted to number the others
     * @param any whether there is a record to keep
     * @param scratch for what isn't finished
     */
    public void keep(Landed file, Dataset<Row> read, boolean any, Workplace scratch) {
        Path target = folder.resolve(file.hash());
        if (!any) {
            Spark.delete(target);
            return;
        }
        Dataset<Row> bad = numbered(file, read.where(col("file").equalTo(file.hash())))
                .where(col("problem").isNotNull())
                .select(
                        col("file"),
                        col("source"),
                        col("record"),
                        col("problem").as("reason"),
                        col("original"))
                .orderBy("record");
        try {
            Files.createDirectories(folder);
            bad.coalesce(1).write().mode(SaveMode.Overwrite).parquet(scratch.shared(PART));
            Path part = scratch.fetched(PART);
            Spark.delete(target);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to " + folder, e);
        }
    }

    /** Takes back what was kept of a file that this run put into landing, and could not take in. */
    public void remove(Landed file) {
        if (file.isNew()) {
            Spark.delete(folder.resolve(file.hash()));
        }
    }

    private static Dataset<Row> numbered(Landed file, Dataset<Row> read) {
        if (file.format() == Format.PARQUET) {
            return read;
        }
        String part = "shiftright(record, %d)".formatted(PART_BITS);
        TreeMap<Long, Long> sizes = new TreeMap<>();
        for (Row row : read.groupBy(expr(part).as("part"))
                .agg(max("record").as("last"))
                .collectAsList()) {
            sizes.put(row.getLong(0), (row.getLong(1) & ((1L << PART_BITS) - 1)) + 1);
        }
        List<Row> offsets = new ArrayList<>();
        long before = 0;
        for (var entry : sizes.entrySet()) {
            offsets.add(RowFactory.create(entry.getKey(), before));
            before += entry.getValue();
        }
        SparkSession session = read.sparkSession();
        Dataset<Row> starts = session.createDataFrame(
                offsets, new StructType().add("part", DataTypes.LongType).add("start", DataTypes.LongType));
        return read.withColumn("part", expr(part))
                .join(broadcast(starts), "part")
                .withColumn(
                        "record",
                        coalesce(col("start"), lit(0L))
                                .plus(col("record").bitwiseAND(lit((1L << PART_BITS) - 1)))
                                .plus(1))
                .drop("part", "start");
    }
}
