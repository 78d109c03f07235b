package city.luotsi.jobs.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which publications are kept: all of two days, the last of each day for 90 days, the last of each month for ever, every
 * pinned one, and the current one.
 */
final class Retention {
    private static final Duration ALL = Duration.ofDays(2);
    private static final Duration DAILY = Duration.ofDays(90);

    private Retention() {}

    /** The numbers of those that are kept. Days and months are cut in UTC, so that every machine keeps the same. */
    static Set<Long> kept(List<Publications.Entry> entries, Set<Long> pinned, Instant now) {
        Set<Long> kept = new TreeSet<>(pinned);
        Set<LocalDate> days = new HashSet<>();
        Set<YearMonth> months = new HashSet<>();
        boolean current = true;
        for (Publications.Entry entry : newestFirst(entries)) {
            Duration age = Duration.between(entry.createdAt(), now);
            LocalDate day = entry.createdAt().atOffset(ZoneOffset.UTC).toLocalDate();
            boolean lastOfDay = days.add(day);
            boolean lastOfMonth = months.add(YearMonth.from(day));
            if (current || age.compareTo(ALL) <= 0 || lastOfMonth || (lastOfDay && age.compareTo(DAILY) <= 0)) {
                kept.add(entry.number());
            }
            current = false;
        }
        return kept;
    }

    private static List<Publications.Entry> newestFirst(List<Publications.Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingLong(Publications.Entry::number).reversed())
                .toList();
    }
}
