package city.luotsi.jobs.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_micros;

import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The records of files as their feed's select sees them: column names in one spelling, texts trimmed, empty texts null,
 * columns that the file lacks null. Beside them the file's hash, the record's number and the record as it was.
 */
final class RawRecords {
    static final String FILE = "luotsi_file";
    static final String RECORD = "luotsi_record";
    static final String ORIGINAL = "luotsi_original";
    static final String BROKEN = "luotsi_broken";
    private final SparkSession session;
    private final Path scratch;

    /** @param scratch a folder for what goes when the run ends */
    RawRecords(SparkSession session, Path scratch) {
        this.session = session;
        this.scratch = scratch;
    }

    Dataset<Row> of(List<Landed> files, Feed feed) {
        Format format = files.getFirst().format();
        Dataset<Row> raw = switch (format) {
            case CSV -> csv(single(files), feed.optionsOf(format));
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

    private Dataset<Row> csv(Landed file, Map<String, String> options) {
        String path = file.path().toString();
        DataFrameReader reader = session.read()
                .option("header", true)
                .option("inferSchema", false)
                .option("multiLine", true)
                .option("escape", "\"")
                .option("sep", separator(file, options))
                .options(options);
        StructType schema = new StructType();
        for (String column : reader.csv(path).columns()) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return placed(
                reader.schema(schema.add(BROKEN, DataTypes.StringType))
                        .option("columnNameOfCorruptRecord", BROKEN)
                        .csv(path),
                file);
    }

    private Dataset<Row> json(Landed file, Map<String, String> options) {
        try {
            Path lines = JsonLines.isLines(file.path()) ? file.path() : JsonLines.of(file, scratch);
            return placed(
                    session.read()
                            .option("primitivesAsString", true)
                            .option("columnNameOfCorruptRecord", BROKEN)
                            .options(options)
                            .json(lines.toString()),
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
                        .load(file.path().toString()),
                file);
    }

    private Dataset<Row> parquet(List<Landed> files, Map<String, String> options) {
        Dataset<Row> raw = session.read()
                .options(options)
                .parquet(files.stream().map(file -> file.path().toString()).toArray(String[]::new));
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
        List<String> names = new ArrayList<>();
        for (String name : raw.columns()) {
            names.add(name);
        }
        int own = names.size() - 2;
        List<String> plain = new ArrayList<>(ColumnNames.plain(names.subList(0, own)));
        plain.addAll(names.subList(own, names.size()));
        Dataset<Row> renamed = raw.toDF(plain.toArray(String[]::new));

        List<Column> columns = new ArrayList<>();
        TreeSet<String> known = new TreeSet<>(plain);
        for (StructField field : renamed.schema().fields()) {
            boolean isOwn = plain.indexOf(field.name()) >= own || field.name().equals(BROKEN);
            columns.add(isOwn ? col(field.name()) : value(field).as(field.name()));
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
        columns.add(struct(plain.subList(0, own).stream()
                        .filter(name -> !name.equals(BROKEN))
                        .map(name -> col(name))
                        .toArray(Column[]::new))
                .as(ORIGINAL));
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
