package city.luotsi.dashboard.overview;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.comparison.Standing;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Step;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a tile shows.
 *
 * @param pace months, or weeks where the data holds too few months
 * @param course the last 13 whole months or weeks up to the period's end that the data holds in full, oldest first
 */
record Headline(Standing standing, Step pace, List<Figure> course) {
    private static final int PIECES = 13;
    private static final int FEWEST = 3;

    Headline {
        course = List.copyOf(course);
    }

    static Headline of(Snapshot snapshot, Kpi kpi, Period period) throws SQLException {
        Standing standing = Standing.of(snapshot, KpiQuery.of(kpi.name(), period));
        LocalDate end = period.until(snapshot.publication().knownThrough(kpi)).to();
        List<Figure> months = course(snapshot, kpi, Step.MONTH, end);
        if (months.size() >= FEWEST) {
            return new Headline(standing, Step.MONTH, months);
        }
        List<Figure> weeks = course(snapshot, kpi, Step.WEEK, end);
        return weeks.size() >= FEWEST
                ? new Headline(standing, Step.WEEK, weeks)
                : new Headline(standing, Step.MONTH, months);
    }

    private static List<Figure> course(Snapshot snapshot, Kpi kpi, Step pace, LocalDate end) throws SQLException {
        Optional<KpiQuery> query = Periods.lastWhole(
                        pace, PIECES, end, snapshot.publication().data().from())
                .map(shown -> KpiQuery.of(kpi.name(), shown).step(pace))
                .filter(possible -> snapshot.refusal(possible).isEmpty());
        return query.isEmpty()
                ? List.of()
                : snapshot.answer(query.get()).points().stream()
                        .map(KpiSeries.Point::figure)
                        .toList();
    }
}
