package city.luotsi.jobs.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Records of a CSV file that fit its header and are none: a header that is repeated (files put together), and a record
 * that has taken in those after it because a quote in it isn't closed.
 */
final class CsvFlaws {
    private static final String MARK = "\uFEFF";
    private final List<String> header;
    private final List<String> columns;
    private final String separator;
    private final Feed feed;

    CsvFlaws(List<String> header, String separator, Feed feed) {
        this.header = header;
        this.columns = ColumnNames.plain(header);
        this.separator = separator;
        this.feed = feed;
    }

    /** What is wrong, null if nothing is. */
    Column flaw() {
        List<Column> flaws = new ArrayList<>();
        flaws.add(when(repeatsHeader(), lit("repeats the header")));
        for (String column : columns) {
            // the parser keeps the quotes of a value that has another quote inside
            Column value = col(column);
            Column swallows = value.startsWith("\"").and(value.endsWith("\"")).and(holdsRecord(value));
            flaws.add(when(swallows, lit("a quote isn't closed: records are within the value of " + column)));
        }
        return coalesce(flaws.toArray(Column[]::new));
    }

    /** Whether the last value has room for a record; in the last record it may be the rest of the file. */
    Column unclosed() {
        return coalesce(holdsRecord(col(columns.getLast())), lit(false));
    }

    private Column repeatsHeader() {
        Column repeats = lit(true);
        for (int i = 0; i < columns.size(); i++) {
            if (feed.key().contains(feed.also().getOrDefault(columns.get(i), columns.get(i)))) {
                Column value = col(columns.get(i));
                repeats = repeats.and(value.isin(header.get(i), MARK + header.get(i)));
            }
        }
        return repeats;
    }

    private Column holdsRecord(Column value) {
        Column separators =
                length(value).minus(length(replace(value, lit(separator)))).divide(lit(separator.length()));
        return value.contains("\n").and(separators.geq(columns.size() - 1));
    }
}
