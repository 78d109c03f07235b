package city.luotsi.figures.insight;

import city.luotsi.figures.query.Step;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** In what pieces a course is looked at. The newest piece ends where the data is complete, so none is unfinished. */
enum Pace {
    /** Seven days, whatever weekday the last one is: every piece has one of each. */
    WEEK(Step.WEEK, List.of(1, 2, 3, 4, 6, 8), 26, 13, 52),
    /** Calendar months that are over: confidential services aren't told any finer. */
    MONTH(Step.MONTH, List.of(1, 2, 3), 9, 6, 12);

    private final Step step;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Integer> windows;

    private final int reference;
    private final int leastReference;
    private final int year;

    Pace(Step step, List<Integer> windows, int reference, int leastReference, int year) {
        this.step = step;
        this.windows = windows;
        this.reference = reference;
        this.leastReference = leastReference;
        this.year = year;
    }

    Step step() {
        return step;
    }

    /** How many pieces something may have lasted, each looked at. */
    List<Integer> windows() {
        return windows;
    }

    /** The pieces before the window that say what is usual. */
    int reference() {
        return reference;
    }

    /** So many of them must be known. */
    int leastReference() {
        return leastReference;
    }

    /** How many pieces ago the same season was. */
    int year() {
        return year;
    }

    /** The last day of a piece. */
    LocalDate end(LocalDate newest, int ago) {
        return switch (this) {
            case WEEK -> newest.minusWeeks(ago);
            case MONTH -> YearMonth.from(newest).minusMonths(ago).atEndOfMonth();
        };
    }

    LocalDate start(LocalDate newest, int ago) {
        return end(newest, ago + 1).plusDays(1);
    }

    /** How many whole pieces lie between a first and a last day. */
    int pieces(LocalDate first, LocalDate newest) {
        return switch (this) {
            case WEEK -> (int) Math.max(0, (newest.toEpochDay() - first.toEpochDay() + 1) / 7);
            case MONTH -> {
                YearMonth from = YearMonth.from(first.minusDays(1)).plusMonths(1);
                yield (int) Math.max(0, from.until(YearMonth.from(newest), java.time.temporal.ChronoUnit.MONTHS) + 1);
            }
        };
    }
}
