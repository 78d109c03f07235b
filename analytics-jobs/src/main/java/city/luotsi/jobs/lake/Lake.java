package city.luotsi.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first_value;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.Store;
import city.luotsi.jobs.source.ServiceEvent;
import io.delta.tables.DeltaTable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The events of a city: one row per {@code feed, event_id}, the newest that any file says. A Delta table with a change
 * feed, partitioned by the month of the request.
 */
public final class Lake {
    /** The columns of the table, see docs/data-model.md. */
    public static final StructType SCHEMA = ServiceEvent.SCHEMA
            .add("file", DataTypes.StringType)
            .add("version", DataTypes.StringType)
            .add("requested_month", DataTypes.DateType);

    private static final List<String> COLUMNS = List.of(SCHEMA.fieldNames());
    private final SparkSession spark;
    private final String table;

    /** @param table the Delta table, in a folder or on a store; made by the first rows */
    public Lake(SparkSession spark, String table) {
        this.spark = spark.newSession();
        this.spark.conf().set("spark.sql.session.timeZone", "UTC");
        this.table = table;
    }

    /** Whether there is a version of it. A run killed while it made the first leaves a log without any, which is no table. */
    public boolean exists() {
        try {
            for (FileStatus file : Store.fileSystem(log()).listStatus(log())) {
                if (file.getPath().getName().matches("\\d{20}\\..*")) {
                    return true;
                }
            }
            return false;
        } catch (FileNotFoundException e) {
            return false;
        } catch (IOException e) {
            throw new JobException("can't list %s: %s".formatted(log(), e.getMessage()), e);
        }
    }

    private Path log() {
        return new Path(table, "_delta_log");
    }

    /** The number of the table's newest version, from 0. */
    public long version() {
        return DeltaTable.forPath(spark, table)
                .history(1)
                .select("version")
                .head()
                .getLong(0);
    }

    public Dataset<Row> events() {
        return spark.read().format("delta").load(table);
    }

    /**
     * Takes rows in, in one transaction.
     *
     * @param staged a Parquet folder with the columns of {@link ServiceEvent}, {@code file, stated_at, problem}; rows with a
     *     problem are left out
     * @param decided a folder that doesn't exist yet, for what goes when the run ends
     * @return what became of the rows, by file
     */
    Map<String, Counts> take(String staged, String decided) {
        Dataset<Row> rows = spark.read()
                .parquet(staged)
                .where(col("problem").isNull())
                .withColumn("version", Versions.version())
                .withColumn("requested_month", trunc(col("requested_at"), "MM"));
        boolean isNew = !exists();
        if (isNew) {
            create();
        }
        if ((isNew || events().isEmpty()) && isUnique(rows)) {
            // counted before they are written: after that nothing may fail
            Map<String, Counts> counts = countedAs(Change.INSERTED, rows);
            append(rows);
            return counts;
        }
        decided(rows).write().mode(SaveMode.Overwrite).parquet(decided);
        Dataset<Row> changes = spark.read().parquet(decided);
        Map<String, Counts> counts = counted(changes);
        write(changes);
        return counts;
    }

    /** Deletes files that no version of the last week needs: replaced ones, and what killed runs had written. */
    public void vacuum() {
        DeltaTable.forPath(spark, table).vacuum();
    }

    /** Leaves no row; the table and its history stay. */
    void clear() {
        if (exists()) {
            DeltaTable.forPath(spark, table).delete();
        }
    }

    private void create() {
        try {
            // what a killed run left of its first version would be taken for a table
            Store.fileSystem(log()).delete(log(), true);
        } catch (IOException e) {
            throw new JobException("can't delete %s: %s".formatted(log(), e.getMessage()), e);
        }
        var builder = DeltaTable.createIfNotExists(spark)
                .location(table)
                .partitionedBy("requested_month")
                .property("delta.enableChangeDataFeed", "true")
                // files are skipped by their month only; the least and greatest of each column would be kept for nobody
                .property("delta.dataSkippingNumIndexedCols", "0");
        for (StructField field : SCHEMA.fields()) {
            builder = builder.addColumn(field.name(), field.dataType());
        }
        builder.execute();
    }

    // Only hashes are compared: where two are equal the slow way decides, which is always right.
    private static boolean isUnique(Dataset<Row> rows) {
        return rows.groupBy(xxhash64(col("feed"), col("event_id")).as("key"))
                .agg(count(lit(1)).as("rows"))
                .where(col("rows").gt(1))
                .isEmpty();
    }

    /** Each row with what it is to the lake ({@code change}) and the month in which the lake has its key now. */
    private Dataset<Row> decided(Dataset<Row> rows) {
        WindowSpec newestFirst =
                Window.partitionBy("feed", "event_id").orderBy(col("version").desc(), col("record"));
        Dataset<Row> ranked = rows.withColumn("rank", row_number().over(newestFirst))
                .withColumn("newest", first_value(col("version")).over(newestFirst));
        // few keys go to where the lake's many are; joined right away, all of the lake would be sent to them
        Dataset<Row> keys = rows.select(
                        col("feed").as("new_feed"), col("event_id").as("new_id"))
                .distinct();
        Dataset<Row> known = events().join(
                        keys,
                        col("feed").equalTo(col("new_feed")).and(col("event_id").equalTo(col("new_id"))),
                        "left_semi")
                .select(
                        col("feed").as("known_feed"),
                        col("event_id").as("known_id"),
                        col("version").as("known_version"),
                        col("requested_month").as("known_month"));
        Column sameAsNewest = Versions.content(col("version")).equalTo(Versions.content(col("newest")));
        Column sameAsKnown = Versions.content(col("version")).equalTo(Versions.content(col("known_version")));
        Column isNewer = col("version").gt(col("known_version"));
        Column change = when(
                        col("rank").gt(1),
                        when(sameAsNewest, name(Change.UNCHANGED)).otherwise(name(Change.SUPERSEDED)))
                .when(col("known_version").isNull(), name(Change.INSERTED))
                .when(sameAsKnown.and(isNewer), name(Change.RESTATED))
                .when(sameAsKnown, name(Change.UNCHANGED))
                .when(isNewer, name(Change.UPDATED))
                .otherwise(name(Change.SUPERSEDED));
        List<Column> columns = new ArrayList<>();
        COLUMNS.forEach(column -> columns.add(col(column)));
        columns.add(col("known_month"));
        columns.add(change.as("change"));
        return ranked.join(
                        known,
                        col("feed")
                                .equalTo(col("known_feed"))
                                .and(col("event_id").equalTo(col("known_id"))),
                        "left")
                .select(columns.toArray(Column[]::new));
    }

    private void write(Dataset<Row> changes) {
        Dataset<Row> written = changes.where(col("change")
                .isin(Arrays.stream(Change.values())
                        .filter(Change::isWritten)
                        .map(Enum::name)
                        .toArray()));
        List<Row> months = written.where(col("known_month").isNotNull())
                .select(col("known_month").cast(DataTypes.StringType))
                .distinct()
                .collectAsList();
        if (months.isEmpty()) {
            if (!written.isEmpty()) {
                append(written);
            }
            return;
        }
        String touched = months.stream()
                .map(month -> "date '" + month.getString(0) + "'")
                .sorted()
                .collect(Collectors.joining(", "));
        DeltaTable.forPath(spark, table)
                .as("lake")
                .merge(
                        written.select(columns()).as("new"),
                        "lake.requested_month in (%s) and lake.feed = new.feed and lake.event_id = new.event_id"
                                .formatted(touched))
                .whenMatched("new.version > lake.version")
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .execute();
    }

    // By month, so that a month is a few big files and not one small one of every task.
    private void append(Dataset<Row> rows) {
        rows.select(columns())
                .repartition(col("requested_month"))
                .write()
                .format("delta")
                .mode(SaveMode.Append)
                .save(table);
    }

    private static Map<String, Counts> countedAs(Change change, Dataset<Row> rows) {
        return counted(rows.withColumn("change", lit(change.name())));
    }

    private static Map<String, Counts> counted(Dataset<Row> changes) {
        Map<String, Counts> counts = new HashMap<>();
        for (Row row : changes.groupBy("file", "change").count().collectAsList()) {
            Change change = Change.valueOf(row.getString(1));
            counts.merge(
                    row.getString(0),
                    Counts.NONE.with(change, row.getLong(2)),
                    (one, other) -> one.with(change, row.getLong(2)));
        }
        return counts;
    }

    private static Column name(Change change) {
        return lit(change.name());
    }

    private static Column[] columns() {
        return COLUMNS.stream().map(column -> col(column)).toArray(Column[]::new);
    }
}
