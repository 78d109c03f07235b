package city.luotsi.jobs.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** What no event can say, whatever its source: see refuse-or-quarantine and impossible-times in docs/decisions. */
final class Believable {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate DAY_AFTER_LAST = LocalDate.of(2100, 1, 1);

    /** What has happened has happened; a day's grace for clocks and zones that are wrong. */
    private static final List<String> HAPPENED = List.of("requested_at", "updated_at");

    private static final Duration GRACE = Duration.ofDays(1);

    /** Stands where bytes were no UTF-8, whoever decoded them. */
    private static final String REPLACEMENT = "\uFFFD";

    private static final String NUL = "\0";
    private final ZoneId zone;
    private final Instant now;

    /** @param zone in which the years of times are told */
    Believable(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /** The problem with the texts of an event, null if there is none. */
    Column text() {
        List<Column> problems = new ArrayList<>();
        for (String name : columns(DataTypes.StringType)) {
            Column valid = make_valid_utf8(col(name));
            problems.add(when(
                    valid.contains(REPLACEMENT).or(valid.contains(NUL)),
                    concat(
                            lit(name + " has a character that is no UTF-8, or NUL: "),
                            translate(valid, NUL, REPLACEMENT))));
        }
        return coalesce(problems.toArray(Column[]::new));
    }

    /** The problem with the times of an event, null if there is none. */
    Column times() {
        List<Column> problems = new ArrayList<>();
        for (String name : columns(DataTypes.TimestampType)) {
            Column told = col(name).cast(DataTypes.StringType);
            problems.add(when(
                    col(name).lt(lit(start(FIRST_DAY))).or(col(name).geq(lit(start(DAY_AFTER_LAST)))),
                    concat(lit(name + " lies outside of the years 1900 to 2099: "), told)));
            if (HAPPENED.contains(name)) {
                problems.add(
                        when(col(name).gt(lit(now.plus(GRACE))), concat(lit(name + " lies in the future: "), told)));
            }
        }
        return coalesce(problems.toArray(Column[]::new));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static List<String> columns(DataType type) {
        return Arrays.stream(ServiceEvent.SCHEMA.fields())
                .filter(field -> field.dataType().equals(type))
                .map(StructField::name)
                .toList();
    }
}
