package city.luotsi.jobs.cube;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days whose rows are added up. A KPI that is known only after some days has its window moved back by as many.
 *
 * @param after the last day before it; empty: from the beginning
 */
record Window(Optional<LocalDate> after, LocalDate through) {

    Window {
        if (after.isPresent() && !after.get().isBefore(through)) {
            throw new IllegalArgumentException(
                    "a window ends after it begins, was (%s, %s]".formatted(after.get(), through));
        }
    }

    static Window until(LocalDate through) {
        return new Window(Optional.empty(), through);
    }

    static Window between(LocalDate after, LocalDate through) {
        return new Window(Optional.of(after), through);
    }

    Window movedBack(int days) {
        return new Window(after.map(day -> day.minusDays(days)), through.minusDays(days));
    }

    /** SQL: whether a row's {@code day} lies in it. */
    String contains(String day) {
        List<String> conditions = new ArrayList<>();
        after.ifPresent(first -> conditions.add("%s > date '%s'".formatted(day, first)));
        conditions.add("%s <= date '%s'".formatted(day, through));
        return String.join(" and ", conditions);
    }

    /** SQL: whether an instant's day in the session's zone lies in it; comparing instants, a lake skips files by it. */
    String containsInstant(String instant) {
        List<String> conditions = new ArrayList<>();
        after.ifPresent(last -> conditions.add("%s >= timestamp '%s 00:00:00'".formatted(instant, last.plusDays(1))));
        conditions.add("%s < timestamp '%s 00:00:00'".formatted(instant, through.plusDays(1)));
        return "(" + String.join(" and ", conditions) + ")";
    }
}
