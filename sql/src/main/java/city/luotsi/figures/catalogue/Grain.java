package city.luotsi.figures.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * One published table of a subject: which cuts it holds.
 *
 * @param coarse true: coarse enough that confidential services are told apart in it, with small groups hidden; elsewhere
 *     they stand together
 * @param day true: a row's time is a day; false: a month, stored as its first day
 * @param dimensions the leaf dimensions; each brings its parent along as a column of its own
 */
public record Grain(String subject, GrainKind kind, boolean coarse, boolean day, List<String> dimensions) {

    public Grain {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException("a grain of " + subject + " needs at least one dimension");
        }
    }

    /** From words such as {@code day service channel}. */
    static Grain parse(String subject, GrainKind kind, boolean coarse, String words) {
        List<String> parts = List.of(words.trim().split("\\s+"));
        if (parts.size() < 2
                || !(parts.getFirst().equals("day") || parts.getFirst().equals("month"))) {
            throw new IllegalArgumentException(
                    "a grain is 'day' or 'month' and its dimensions, for example 'day service channel', was '%s'"
                            .formatted(words));
        }
        boolean day = parts.getFirst().equals("day");
        if (coarse && day) {
            throw new IllegalArgumentException("a coarse grain is by month, was '%s'".formatted(words));
        }
        return new Grain(subject, kind, coarse, day, parts.subList(1, parts.size()));
    }

    /** The time column: {@code day} or {@code month}. */
    public String timeColumn() {
        return day ? "day" : "month";
    }

    /** For example {@code service_step_by_day_service_channel} or {@code service_step_bucket_by_month_district}. */
    public String table() {
        String what = kind == GrainKind.CELL ? "" : kind.name().toLowerCase(Locale.ROOT) + "_";
        return subject + "_" + what + "by_" + timeColumn() + "_" + String.join("_", dimensions);
    }
}
