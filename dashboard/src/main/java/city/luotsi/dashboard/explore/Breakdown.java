package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The members of a dimension side by side, the largest first, those without a figure last. */
record Breakdown(String dimension, KpiSeries now) {

    /** The same members in the period before and a year ago; none where they can't be asked for. */
    record Before(Map<String, Figure> previous, Map<String, Figure> yearAgo) {}

    static Breakdown of(Snapshot snapshot, Exploration exploration, String dimension) throws SQLException {
        KpiQuery query = exploration.query(snapshot.publication()).by(dimension);
        return new Breakdown(dimension, largestFirst(snapshot.answer(query)));
    }

    /** Only the table tells it, so it is asked for when that is opened. */
    Before before(Snapshot snapshot) throws SQLException {
        KpiQuery query = now.query();
        Period asked = query.period();
        boolean unfinished = now.unfinished();
        long days = now.answered().days();
        Period previous = unfinished ? asked.previous().firstDays(days) : asked.previous();
        Period yearAgo = unfinished ? asked.yearAgo().firstDays(days) : asked.yearAgo();
        return new Before(byMember(snapshot, query.during(previous)), byMember(snapshot, query.during(yearAgo)));
    }

    /** What began before the data did is no measure. */
    private Map<String, Figure> byMember(Snapshot snapshot, KpiQuery query) throws SQLException {
        Map<String, Figure> figures = new HashMap<>();
        LocalDate begins = snapshot.publication().data().from();
        if (query.period().from().isBefore(begins)) {
            now.points().forEach(point -> figures.put(point.member(), new Figure.BeforeData(begins)));
        } else if (snapshot.refusal(query).isEmpty()) {
            snapshot.answer(query).points().forEach(point -> figures.put(point.member(), point.figure()));
        }
        return figures;
    }

    private static KpiSeries largestFirst(KpiSeries series) {
        List<KpiSeries.Point> sorted = series.points().stream()
                .sorted(Comparator.comparing(
                        point -> point.figure().number().orElse(null), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
        return new KpiSeries(
                series.kpi(), series.query(), series.answered(), sorted, series.grain(), series.carriedFrom());
    }
}
