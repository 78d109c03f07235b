package city.luotsi.jobs.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.jobs.run.Workplace;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/** Reads files of a feed. One row per record: the event it says, or the problem with it. */
public final class Source {
    private final SparkSession spark;
    private final Workplace scratch;
    private final Clock clock;

    /** @param scratch for what goes when the run ends */
    public Source(SparkSession spark, Workplace scratch, Clock clock) {
        this.spark = spark;
        this.scratch = scratch;
        this.clock = clock;
    }

    /**
     * The columns of {@link ServiceEvent#SCHEMA}, and {@code file, record, stated_at, problem, original, unclosed}.
     * {@code problem} and {@code original} are null of a good record. {@code unclosed} of a file's last record: unless
     * the file {@link #endsWithQuote ends with a quote mark}, it holds the rest of the file, which can't be taken.
     *
     * @param files one, or several Parquet files of one schema
     * @param zone of times without an offset
     * @throws DefinitionException if the feed's select doesn't fit
     */
    public Dataset<Row> read(List<Landed> files, Feed feed, ZoneId zone) {
        // a session of its own: the zone, the view and the functions are this reading's, nobody else's
        SparkSession session = spark.newSession();
        ZoneId local = feed.zone().orElse(zone);
        session.conf().set("spark.sql.session.timeZone", local.getId());
        // some writers of Parquet don't say that their texts are texts
        session.conf().set("spark.sql.parquet.binaryAsString", true);
        EventTimes.register(session);
        new RawRecords(session, scratch).of(files, feed).createOrReplaceTempView("record");
        return checked(typed(selected(session, feed), feed), new Believable(local, clock.instant()));
    }

    /** Whether a text ends with a quote mark, so that its last value is closed. */
    public static boolean endsWithQuote(Landed file) {
        try (InputStream in = new BufferedInputStream(FileHead.open(file.path()), 1 << 16)) {
            int last = 0;
            for (int read = in.read(); read >= 0; read = in.read()) {
                last = read > ' ' ? read : last;
            }
            return last == '"';
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file.path(), e);
        }
    }

    private static Dataset<Row> selected(SparkSession session, Feed feed) {
        String columns = String.join(
                ", ",
                RawRecords.FILE,
                RawRecords.RECORD,
                RawRecords.ORIGINAL,
                RawRecords.BROKEN,
                RawRecords.FLAW,
                RawRecords.UNCLOSED);
        String select = feed.select().replaceFirst("(?i)^select\\s", "select " + columns + ", ");
        try {
            return session.sql(select);
        } catch (RuntimeException e) {
            throw wrong(feed, e);
        } catch (Exception e) {
            // Scala doesn't declare that an AnalysisException is thrown
            throw e instanceof AnalysisException ? wrong(feed, e) : new IllegalStateException(e);
        }
    }

    private static DefinitionException wrong(Feed feed, Exception e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new DefinitionException(
                feed.origin(), "%s (a column that files may lack must be listed under 'columns')".formatted(reason));
    }

    private static Dataset<Row> typed(Dataset<Row> selected, Feed feed) {
        Map<String, DataType> types = new LinkedHashMap<>();
        for (StructField field : ServiceEvent.SCHEMA.fields()) {
            types.put(field.name(), field.dataType());
        }
        types.putAll(ServiceEvent.BESIDES);
        List<String> found = Arrays.asList(selected.columns());
        for (String column : found) {
            if (!types.containsKey(column) && !column.startsWith("luotsi_")) {
                throw new DefinitionException(
                        feed.origin(), "has the column '%s'; known are %s".formatted(column, types.keySet()));
            }
        }
        List<Column> columns = new ArrayList<>();
        types.forEach((name, type) -> {
            Column value =
                    found.contains(name) ? col(name).try_cast(type) : lit(null).cast(type);
            if (name.equals("source")) {
                value = lit(feed.name());
            } else if (name.equals("feed")) {
                value = coalesce(value, lit(feed.name()));
            }
            columns.add(value.as(name));
        });
        columns.add(col(RawRecords.FILE).as("file"));
        columns.add(col(RawRecords.RECORD).as("record"));
        columns.add(col(RawRecords.ORIGINAL).as("original"));
        columns.add(col(RawRecords.BROKEN).as("broken"));
        columns.add(col(RawRecords.FLAW).as("flaw"));
        columns.add(col(RawRecords.UNCLOSED).as("unclosed"));
        return selected.select(columns.toArray(Column[]::new));
    }

    private static Dataset<Row> checked(Dataset<Row> typed, Believable believable) {
        Column problem = when(col("broken").isNotNull(), lit("the record doesn't fit the header, or is cut off"))
                .when(col("flaw").isNotNull(), col("flaw"))
                .when(believable.text().isNotNull(), believable.text())
                .when(col("problem").isNotNull(), col("problem"))
                .when(col("event_id").isNull(), lit("the key is missing"))
                .when(col("requested_at").isNull(), lit("the time of the request is missing"))
                .when(col("status").isNull(), lit("the status is missing"))
                .when(notOneOf("status", ServiceEvent.STATUSES), impossible("status"))
                .when(notOneOf("channel", ServiceEvent.CHANNELS), impossible("channel"))
                .when(
                        col("satisfaction")
                                .isNotNull()
                                .and(col("satisfaction").between(1, 5).unary_$bang()),
                        impossible("satisfaction"))
                .otherwise(believable.times());
        List<Column> columns = new ArrayList<>();
        ServiceEvent.columns().forEach(name -> columns.add(col(name)));
        columns.add(col("file"));
        columns.add(col("record"));
        columns.add(col("stated_at"));
        columns.add(problem.as("problem"));
        columns.add(when(problem.isNotNull(), coalesce(col("broken"), to_json(col("original"))))
                .as("original"));
        columns.add(col("unclosed"));
        return typed.select(columns.toArray(Column[]::new));
    }

    private static Column notOneOf(String column, Iterable<String> known) {
        List<Object> values = new ArrayList<>();
        known.forEach(values::add);
        return col(column).isNotNull().and(col(column).isin(values.toArray()).unary_$bang());
    }

    private static Column impossible(String column) {
        return concat(lit("impossible " + column + ": "), col(column).cast("string"));
    }
}
