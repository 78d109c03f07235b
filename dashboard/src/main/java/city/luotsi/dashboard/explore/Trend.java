package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Refusal;
import city.luotsi.figures.query.Step;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line: the time that leads up to the period, in pieces that are over.
 *
 * @param beside what it is compared with, in the order it was asked for; each as many points as the line
 */
record Trend(KpiSeries series, Map<Beside, KpiSeries> beside) {
    private static final int YEARS = 10;
    private static final int QUARTERS = 13;
    private static final int MONTHS = 25;
    private static final int WEEKS = 53;
    private static final int DAYS = 92;

    static Trend of(Snapshot snapshot, Exploration exploration) throws SQLException {
        KpiQuery line = query(snapshot, exploration);
        Map<Beside, KpiSeries> others = new LinkedHashMap<>();
        for (Beside other : exploration.beside()) {
            boolean isItself =
                    other instanceof Beside.City && exploration.filters().isEmpty();
            if (!isItself && refusal(snapshot, exploration, other).isEmpty()) {
                KpiSeries series = snapshot.answer(other.beside(line, exploration.period()));
                others.put(
                        other,
                        sinceDataBegins(series, snapshot.publication().data().from()));
            }
        }
        return new Trend(snapshot.answer(line), others);
    }

    /** Why the line can't be compared with something. */
    static Optional<Refusal> refusal(Snapshot snapshot, Exploration exploration, Beside other) {
        return snapshot.refusal(other.beside(query(snapshot, exploration), exploration.period()));
    }

    /** At least the period itself; a piece that isn't over would look like a fall, so it is left out. */
    static KpiQuery query(Snapshot snapshot, Exploration exploration) {
        LocalDate known = snapshot.publication()
                .knownThrough(snapshot.publication().catalogue().kpi(exploration.kpi()));
        LocalDate end = exploration.period().until(known).to();
        Step pace = exploration.pace();
        int pieces = switch (pace) {
            case YEAR -> YEARS;
            case QUARTER -> QUARTERS;
            case MONTH -> MONTHS;
            case WEEK -> WEEKS;
            case DAY, WHOLE -> DAYS;
        };
        Period shown = Periods.lastWhole(
                        pace, pieces, end, snapshot.publication().data().from())
                .orElseGet(() -> new Period(end, end));
        return exploration.query(snapshot.publication()).during(shown).step(pace);
    }

    /** What began before the data did is no measure. */
    private static KpiSeries sinceDataBegins(KpiSeries series, LocalDate begins) {
        List<KpiSeries.Point> points = series.points().stream()
                .map(point -> point.period().from().isBefore(begins)
                        ? new KpiSeries.Point(point.period(), point.member(), new Figure.BeforeData(begins))
                        : point)
                .toList();
        return new KpiSeries(
                series.kpi(), series.query(), series.answered(), points, series.grain(), series.carriedFrom());
    }
}
