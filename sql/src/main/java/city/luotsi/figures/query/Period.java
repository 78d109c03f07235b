package city.luotsi.figures.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days in the city's zone.
 *
 * @param from the first day
 * @param to the last day, itself included
 */
public record Period(LocalDate from, LocalDate to) {
    private static final int YEAR_OF_WEEKS = 364;

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period can't end (%s) before it begins (%s)".formatted(to, from));
        }
    }

    public static Period month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Period(first, first.plusMonths(1).minusDays(1));
    }

    /** The calendar month that a day lies in. */
    public static Period monthOf(LocalDate day) {
        return month(day.getYear(), day.getMonthValue());
    }

    /** The last calendar month of which every day lies before the next one of a day. */
    public static Period lastWholeMonth(LocalDate day) {
        return monthOf(day.plusDays(1).minusMonths(1));
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** True if the period is made of whole calendar months. */
    public boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
    }

    /** What it is compared with: as many calendar months before it if it is whole months, else as many days. */
    public Period previous() {
        if (isWholeMonths()) {
            long months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
            return new Period(from.minusMonths(months), from.minusDays(1));
        }
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    /** A year ago: the calendar for whole months, else 364 days back, so that weekdays meet weekdays. */
    public Period yearAgo() {
        if (isWholeMonths()) {
            return new Period(from.minusYears(1), to.plusDays(1).minusYears(1).minusDays(1));
        }
        return new Period(from.minusDays(YEAR_OF_WEEKS), to.minusDays(YEAR_OF_WEEKS));
    }

    /** The same period, ending no later than a day; unchanged if it begins after it. */
    public Period until(LocalDate last) {
        return to.isAfter(last) && !from.isAfter(last) ? new Period(from, last) : this;
    }

    /** As many days from its beginning; for comparing an unfinished period fairly. */
    public Period firstDays(long days) {
        return days >= days() ? this : new Period(from, from.plusDays(days - 1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
