package city.luotsi.jobs.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.rtrim;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The records of files as their feed's select sees them: column names in one spelling, texts trimmed, empty texts null,
 * columns that the file lacks null. Beside them the file's hash, the record's number, the record as it was, and what is wrong
 * with it as a record.
 */
final class RawRecords {
    static final String FILE = "luotsi_file";
    static final String RECORD = "luotsi_record";
    static final String ORIGINAL = "luotsi_original";
    /** The text of a record that can't be taken apart. */
    static final String BROKEN = "luotsi_broken";

    /** Why a record that can be taken apart is none. */
    static final String FLAW = "luotsi_flaw";

    /** Whether the record, if it is the last, may hold the rest of the file; see {@link CsvFlaws}. */
    static final String UNCLOSED = "luotsi_unclosed";

    /** Characters: more are a quote that isn't closed, and would fill the memory. */
    static final int LONGEST_VALUE = 16_000_000;

    private static final String LINE = "luotsi_line";
    private static final UserDefinedFunction IS_OBJECT =
            udf((UDF1<String, Boolean>) JsonLines::isObject, DataTypes.BooleanType);
    private static final List<String> OWN = List.of(BROKEN, FLAW, UNCLOSED, FILE, RECORD);
    private final SparkSession session;
    private final Workplace scratch;

    /** @param scratch for what goes when the run ends */
    RawRecords(SparkSession session, Workplace scratch) {
        this.session = session;
        this.scratch = scratch;
    }

    Dataset<Row> of(List<Landed> files, Feed feed) {
        Format format = files.getFirst().format();
        Dataset<Row> raw = switch (format) {
            case CSV -> csv(single(files), feed);
            case JSON, JSONL -> json(single(files), feed.optionsOf(format));
            case XML -> xml(single(files), feed.optionsOf(format));
            case PARQUET -> parquet(files, feed.optionsOf(format));
        };
        return seenBySelect(raw, feed);
    }

    private static Landed single(List<Landed> files) {
        if (files.size() != 1) {
            throw new IllegalArgumentException("only Parquet files can be read together, not " + files);
        }
        return files.getFirst();
    }

    private Dataset<Row> csv(Landed file, Feed feed) {
        Map<String, String> options = feed.optionsOf(Format.CSV);
        String separator = separator(file, options);
        List<String> header = FileHead.columns(file.path(), Format.CSV, options);
        StructType schema = new StructType();
        for (String column : ColumnNames.plain(header)) {
            schema = schema.add(column, DataTypes.StringType);
        }
        Dataset<Row> raw = session.read()
                .schema(schema.add(BROKEN, DataTypes.StringType))
                .option("header", true)
                .option("multiLine", true)
                .option("escape", "\"")
                .option("sep", separator)
                .option("maxCharsPerColumn", LONGEST_VALUE)
                .option("columnNameOfCorruptRecord", BROKEN)
                .options(options)
                .csv(scratch.shared(file.path()));
        CsvFlaws flaws = new CsvFlaws(header, separator, feed);
        String last = schema.fieldNames()[schema.size() - 1];
        return placed(
                raw.withColumn(FLAW, flaws.flaw())
                        .withColumn(UNCLOSED, flaws.unclosed())
                        // in a file put together of others, some lines may end with both
                        .withColumn(last, rtrim(col(last), lit("\r"))),
                file);
    }

    private Dataset<Row> json(Landed file, Map<String, String> options) {
        try {
            Path path = JsonLines.isLines(file.path()) ? file.path() : JsonLines.of(file, scratch.folder());
            Dataset<String> lines = session.read()
                    .options(options)
                    .textFile(scratch.shared(path))
                    .where("trim(value) <> ''")
                    // else the columns of a line with bytes that aren't UTF-8 would be left out
                    .select(make_valid_utf8(col("value")).as("value"))
                    .as(Encoders.STRING());
            Map<String, String> reading = new HashMap<>(options);
            reading.put("primitivesAsString", "true");
            reading.put("columnNameOfCorruptRecord", BROKEN);
            StructType schema = session.read().options(reading).json(lines).schema();
            if (!List.of(schema.fieldNames()).contains(BROKEN)) {
                schema = schema.add(BROKEN, DataTypes.StringType);
            }
            // Spark reads the first record of a line and is silent about another
            Column several = col(LINE).rlike("\\}\\s*\\{").and(not(IS_OBJECT.apply(col(LINE))));
            return placed(
                    lines.select(
                                    col("value").as(LINE),
                                    from_json(col("value"), schema, reading).as(ORIGINAL))
                            .select(col(LINE), col(ORIGINAL + ".*"))
                            .withColumn(BROKEN, when(several, col(LINE)).otherwise(col(BROKEN)))
                            .drop(LINE),
                    file);
        } catch (IOException e) {
            throw new JobException("%s can't be read: %s".formatted(file.name(), e.getMessage()), e);
        }
    }

    private Dataset<Row> xml(Landed file, Map<String, String> options) {
        return placed(
                session.read()
                        .format("xml")
                        .option("rowTag", "request")
                        .option("inferSchema", false)
                        .option("columnNameOfCorruptRecord", BROKEN)
                        .options(options)
                        .load(scratch.shared(file.path())),
                file);
    }

    private Dataset<Row> parquet(List<Landed> files, Map<String, String> options) {
        Dataset<Row> raw = session.read()
                .options(options)
                .parquet(files.stream().map(file -> scratch.shared(file.path())).toArray(String[]::new));
        List<Column> columns = columns(raw);
        // the name in landing is the hash, and Parquet knows the position of its rows
        columns.add(expr("substring(_metadata.file_name, 1, 64)").as(FILE));
        columns.add(expr("_metadata.row_index + 1").as(RECORD));
        return raw.select(columns.toArray(Column[]::new));
    }

    // Spark numbers the rows of each part of a file; Quarantine turns that into a record's number, where one is asked
    // for.
    private static Dataset<Row> placed(Dataset<Row> raw, Landed file) {
        List<Column> columns = columns(raw);
        columns.add(lit(file.hash()).as(FILE));
        columns.add(monotonically_increasing_id().as(RECORD));
        return raw.select(columns.toArray(Column[]::new));
    }

    private static List<Column> columns(Dataset<Row> raw) {
        List<Column> columns = new ArrayList<>();
        for (String name : raw.columns()) {
            columns.add(col("`" + name.replace("`", "``") + "`"));
        }
        return columns;
    }

    private static Dataset<Row> seenBySelect(Dataset<Row> raw, Feed feed) {
        List<String> names = List.of(raw.columns());
        List<String> given = names.stream().filter(name -> !OWN.contains(name)).toList();
        Iterator<String> spelt = ColumnNames.plain(given).iterator();
        List<String> plain = names.stream()
                .map(name -> OWN.contains(name) ? name : spelt.next())
                .toList();
        Dataset<Row> renamed = raw.toDF(plain.toArray(String[]::new));

        List<Column> columns = new ArrayList<>();
        TreeSet<String> known = new TreeSet<>(plain);
        for (StructField field : renamed.schema().fields()) {
            columns.add(
                    OWN.contains(field.name())
                            ? col(field.name())
                            : value(field).as(field.name()));
        }
        feed.also().forEach((spelling, column) -> {
            if (known.contains(spelling) && known.add(column)) {
                columns.add(value(renamed.schema().apply(spelling)).as(column));
            }
        });
        List<String> wanted = new ArrayList<>(feed.columns());
        wanted.addAll(feed.key());
        wanted.add(BROKEN);
        for (String column : wanted) {
            if (known.add(column)) {
                columns.add(lit(null).cast(DataTypes.StringType).as(column));
            }
        }
        columns.add(struct(plain.stream()
                        .filter(name -> !OWN.contains(name))
                        .map(name -> col(name))
                        .toArray(Column[]::new))
                .as(ORIGINAL));
        if (!plain.contains(FLAW)) {
            columns.add(lit(null).cast(DataTypes.StringType).as(FLAW));
            columns.add(lit(false).as(UNCLOSED));
        }
        return renamed.select(columns.toArray(Column[]::new));
    }

    private static Column value(StructField field) {
        Column column = col(field.name());
        DataType type = field.dataType();
        if (type.equals(DataTypes.StringType)) {
            return nullif(trim(column), lit(""));
        }
        if (type.equals(DataTypes.TimestampType)) {
            // an instant: as a local time the hour that daylight saving repeats would be two in one
            return concat(lit(EventTimes.INSTANT), unix_micros(column).cast(DataTypes.StringType));
        }
        if (type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType)) {
            // a number that became a floating point one when the first was missing: 56923577, not 5.6923577E7
            Column whole = column.try_cast(DataTypes.LongType);
            return when(whole.cast(DataTypes.DoubleType).equalTo(column), whole.cast(DataTypes.StringType))
                    .otherwise(column.cast(DataTypes.StringType));
        }
        if (type.equals(DataTypes.TimestampNTZType) || type.equals(DataTypes.DateType)) {
            return column.cast(DataTypes.StringType);
        }
        boolean nested = type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
        return nested ? to_json(column) : column;
    }

    private static String separator(Landed file, Map<String, String> options) {
        try {
            return FileHead.separator(file.path(), options);
        } catch (IOException e) {
            throw new JobException("%s can't be read: %s".formatted(file.name(), e.getMessage()), e);
        }
    }
}
