package city.luotsi.jobs.cube;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/** What Delta's change feed says happened to the lake after one version and up to another, read once. */
final class LakeChange {
    private static final List<String> GONE = List.of("delete", "update_preimage");
    private static final List<String> CAME = List.of("insert", "update_postimage");

    private final Dataset<Row> rows;
    private final Dataset<Row> lake;
    private final String folder;

    private LakeChange(Dataset<Row> rows, Dataset<Row> lake, String folder) {
        this.rows = rows;
        this.lake = lake;
        this.folder = folder;
    }

    /** The change feed can't be read: its files are gone, or it was switched off meanwhile. */
    static final class Unavailable extends RuntimeException {
        Unavailable(long after, long to, Throwable cause) {
            super(
                    "the lake's changes from version %d to %d can't be read any more; all of it is added up"
                            .formatted(after, to),
                    cause);
        }
    }

    /**
     * @param lake the version up to which
     * @param folder where the changes are written down and executors reach them; must not exist
     * @throws Unavailable if Delta doesn't have them all
     */
    static LakeChange between(SparkSession spark, LakeVersion lake, long after, String folder) {
        if (after == lake.version()) {
            return new LakeChange(
                    lake.events().limit(0).selectExpr("*", "'' as _change_type", "0L as _commit_version"),
                    lake.events(),
                    folder);
        }
        try {
            spark.read()
                    .format("delta")
                    .option("readChangeFeed", "true")
                    .option("startingVersion", after + 1)
                    .option("endingVersion", lake.version())
                    .load(lake.table())
                    .drop("_commit_timestamp")
                    .write()
                    .parquet(folder);
        } catch (Exception e) {
            // Delta throws its own and Spark's exceptions, checked ones undeclared, for the many ways in which files go
            throw new Unavailable(after, lake.version(), e);
        }
        return new LakeChange(spark.read().parquet(folder), lake.events(), folder);
    }

    /** Rows as they became. A row that changed several times is in it as often, and as often in {@link #gone}. */
    Dataset<Row> came() {
        return rows.where(col("_change_type").isin(CAME.toArray())).drop("_change_type", "_commit_version");
    }

    /** Rows as they were before a change. */
    Dataset<Row> gone() {
        return rows.where(col("_change_type").isin(GONE.toArray())).drop("_change_type", "_commit_version");
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * The values that the changed events, and those of some days, have in columns through which events act on each other.
     *
     * @param days SQL: the events whose days come or go, whether they changed or not
     */
    Dataset<Row> touched(List<String> together, String days) {
        Column[] columns = together.stream().map(column -> col(column)).toArray(Column[]::new);
        return rows.select(columns)
                .union(lake.where(days).select(columns))
                .na()
                .drop("all")
                .distinct();
    }

    /** The events that have one of these values now; written down, so that the lake is looked through for them once. */
    Dataset<Row> now(Dataset<Row> touched) {
        // two subjects may act on each other through the same columns
        String together = folder + "-" + UUID.randomUUID();
        lake.join(broadcast(touched), touched.columns(), "left_semi").write().parquet(together);
        return lake.sparkSession().read().parquet(together);
    }

    /**
     * The events that had one of these values before: those that didn't change, and the others as they were.
     *
     * @param now the events that have one of them now
     */
    Dataset<Row> before(Dataset<Row> touched, Dataset<Row> now) {
        var first = Window.partitionBy("feed", "event_id")
                .orderBy(
                        col("_commit_version"),
                        col("_change_type").isin(GONE.toArray()).desc());
        Dataset<Row> asTheyWere = rows.withColumn("rank", row_number().over(first))
                .where(col("rank").equalTo(1).and(col("_change_type").isin(GONE.toArray())))
                .drop("_change_type", "_commit_version", "rank");
        Dataset<Row> changed = rows.select("feed", "event_id").distinct();
        return now.join(broadcast(changed), changed.columns(), "left_anti")
                .unionByName(asTheyWere.join(broadcast(touched), touched.columns(), "left_semi"));
    }
}
