package city.luotsi.dashboard.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A publication that can be opened, by what is said of it beside its file. */
public record Announced(String city, long number, Instant createdAt, LocalDate completeThrough) {
    private static final Pattern PLACE = Pattern.compile("([a-z0-9_-]+)@(\\d{1,18})");

    /** What stands in an address for the city as one publication tells of it. */
    public String place() {
        return place(city, number);
    }

    /** The same for a number of which it isn't known whether there is such a publication. */
    public static String place(String city, long number) {
        return city + "@" + number;
    }

    /** A place that names a publication. */
    record Asked(String city, long number) {
        static Optional<Asked> read(String place) {
            Matcher matcher = PLACE.matcher(place);
            return matcher.matches()
                    ? Optional.of(new Asked(matcher.group(1), Long.parseLong(matcher.group(2))))
                    : Optional.empty();
        }
    }
}
