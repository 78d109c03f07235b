package city.luotsi.figures.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Into what pieces of time a series is cut. Weeks begin on Monday. */
public enum Step {
    /** One figure for the whole period. */
    WHOLE,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The first day of the piece that a day lies in. */
    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case WHOLE, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private LocalDate next(LocalDate start) {
        return switch (this) {
            case WHOLE, DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /** Whether the period neither begins nor ends within a piece. */
    public boolean fits(Period period) {
        LocalDate next = period.to().plusDays(1);
        return startOf(period.from()).equals(period.from()) && startOf(next).equals(next);
    }

    /** The period's pieces in order; the first and the last may be cut short by its ends. */
    public List<Period> pieces(Period period) {
        if (this == WHOLE) {
            return List.of(period);
        }
        List<Period> pieces = new ArrayList<>();
        LocalDate start = startOf(period.from());
        while (!start.isAfter(period.to())) {
            LocalDate next = next(start);
            LocalDate from = start.isBefore(period.from()) ? period.from() : start;
            LocalDate to = next.minusDays(1).isAfter(period.to()) ? period.to() : next.minusDays(1);
            pieces.add(new Period(from, to));
            start = next;
        }
        return pieces;
    }
}
