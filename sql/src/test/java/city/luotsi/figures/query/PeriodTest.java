package city.luotsi.figures.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final Period OCTOBER = Period.month(2026, 10);
    private static final Period FOUR_WEEKS = days("2026-10-27", "2026-11-23");

    @Test
    void aMonthIsComparedWithTheMonthBeforeAndTheSameMonthAYearAgo() {
        assertEquals(Period.month(2026, 9), OCTOBER.previous());
        assertEquals(Period.month(2025, 10), OCTOBER.yearAgo());
        assertEquals(Period.month(2023, 2), Period.month(2024, 2).yearAgo());
    }

    @Test
    void daysAreComparedWithAsManyDaysBeforeAndWithTheSameWeekdaysAYearAgo() {
        assertEquals(days("2026-09-29", "2026-10-26"), FOUR_WEEKS.previous());
        assertEquals(days("2025-10-28", "2025-11-24"), FOUR_WEEKS.yearAgo());
    }

    @Test
    void anUnfinishedPeriodEndsWhereTheDataDoes() {
        assertEquals(days("2026-11-01", "2026-11-23"), Period.month(2026, 11).until(LocalDate.of(2026, 11, 23)));
        assertEquals(days("2026-10-01", "2026-10-23"), OCTOBER.firstDays(23));
    }

    @Test
    void piecesAreCutAtMondaysAndFirstDaysAndAtThePeriodsOwnEnds() {
        assertEquals(
                List.of(
                        days("2026-10-29", "2026-11-01"),
                        days("2026-11-02", "2026-11-08"),
                        days("2026-11-09", "2026-11-10")),
                Step.WEEK.pieces(days("2026-10-29", "2026-11-10")));
        assertEquals(
                List.of(
                        days("2026-09-15", "2026-09-30"),
                        days("2026-10-01", "2026-12-31"),
                        days("2027-01-01", "2027-01-02")),
                Step.QUARTER.pieces(days("2026-09-15", "2027-01-02")));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> days("2026-02-01", "2026-01-01"));
        assertEquals("a period can't end (2026-01-01) before it begins (2026-02-01)", error.getMessage());
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
