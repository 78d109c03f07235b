package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Step;
import java.sql.SQLException;
import java.time.LocalDate;

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
        Step pace = exploration.pace();
        int pieces = switch (pace) {
            case MONTH -> MONTHS;
            case WEEK -> WEEKS;
            default -> DAYS;
        };
        Period shown = Periods.lastWhole(
                        pace, pieces, end, snapshot.publication().data().from())
                .orElseGet(() -> new Period(end, end));
        return exploration.query().during(shown).step(pace);
    }
}
