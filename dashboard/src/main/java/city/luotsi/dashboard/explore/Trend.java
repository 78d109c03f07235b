package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Step;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The line: the time that leads up to the period, in pieces that are over. */
record Trend(KpiSeries series) {
    private static final int MONTHS = 25;
    private static final int WEEKS = 53;
    private static final int DAYS = 92;

    static Trend of(Snapshot snapshot, Exploration exploration) throws SQLException {
        return new Trend(snapshot.answer(query(snapshot, exploration)));
    }

    /** At least the period itself; a piece that isn't over would look like a fall, so it is left out. */
    static KpiQuery query(Snapshot snapshot, Exploration exploration) {
        LocalDate known = snapshot.publication()
                .knownThrough(snapshot.publication().catalogue().kpi(exploration.kpi()));
        LocalDate end = exploration.period().until(known).to();
        LocalDate data = snapshot.publication().data().from();
        Step pace = exploration.pace();
        LocalDate afterLast = pace == Step.MONTH
                ? end.plusDays(1).withDayOfMonth(1)
                : pace == Step.WEEK
                        ? end.plusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        : end.plusDays(1);
        LocalDate usual = pace == Step.MONTH
                ? afterLast.minusMonths(MONTHS)
                : pace == Step.WEEK ? afterLast.minusWeeks(WEEKS) : afterLast.minusDays(DAYS);
        LocalDate first = usual.isBefore(data) ? startOfFirstWhole(pace, data) : usual;
        LocalDate last = afterLast.minusDays(1);
        return exploration
                .query()
                .during(new Period(first.isAfter(last) ? last : first, last))
                .step(pace);
    }

    private static LocalDate startOfFirstWhole(Step pace, LocalDate data) {
        return switch (pace) {
            case MONTH -> data.getDayOfMonth() == 1 ? data : data.plusMonths(1).withDayOfMonth(1);
            case WEEK -> data.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            default -> data;
        };
    }
}
