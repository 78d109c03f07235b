package city.luotsi.jobs.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.right;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.xxhash64;

import city.luotsi.jobs.source.ServiceEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * What decides which of two rows of an event is newer: the source's own update time, else the time at which the file says
 * it was made, else the file's hash, else the row's content. As a text that sorts, so that the greatest is the newest
 * and the lake is the same in whatever order files come.
 */
final class Versions {
    private static final int CONTENT = 16;
    private static final int FILE = 12;

    private Versions() {}

    /** Of a row with the columns of {@link ServiceEvent} and {@code stated_at, file}; the session's zone must be UTC. */
    static Column version() {
        // a blank sorts before the point of a fraction, so that 10:00:00 stays before 10:00:00.5
        return concat_ws(
                " ",
                coalesce(col("updated_at").cast(DataTypes.StringType), lit("-")),
                coalesce(col("stated_at").cast(DataTypes.StringType), lit("-")),
                substring(col("file"), 1, FILE),
                lpad(hex(xxhash64(content())), CONTENT, "0"));
    }

    /** The part of a version that is equal where all that the source says is equal. */
    static Column content(Column version) {
        return right(version, lit(CONTENT));
    }

    // A hash leaves nulls out; told beside each value they count, or two columns could swap theirs unnoticed.
    private static Column[] content() {
        List<Column> columns = new ArrayList<>();
        for (String column : ServiceEvent.columns()) {
            columns.add(col(column));
            columns.add(col(column).isNull());
        }
        return columns.toArray(Column[]::new);
    }
}
