package city.luotsi.dashboard.overview;

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

/**
 * What a tile shows.
 *
 * @param months the last 13 whole months up to the period's end, oldest first
 */
record Headline(Standing standing, List<Figure> months) {
    private static final int MONTHS = 13;

    Headline {
        months = List.copyOf(months);
    }

    static Headline of(Snapshot snapshot, Kpi kpi, Period period) throws SQLException {
        return new Headline(
                Standing.of(snapshot, KpiQuery.of(kpi.name(), period)),
                months(
                        snapshot,
                        kpi,
                        period.until(snapshot.publication().knownThrough(kpi)).to()));
    }

    private static List<Figure> months(Snapshot snapshot, Kpi kpi, LocalDate end) throws SQLException {
        LocalDate afterLast = end.plusDays(1).withDayOfMonth(1);
        Period shown = new Period(afterLast.minusMonths(MONTHS), afterLast.minusDays(1));
        KpiQuery query = KpiQuery.of(kpi.name(), shown).step(Step.MONTH);
        if (snapshot.refusal(query).isPresent()) {
            return List.of();
        }
        return snapshot.answer(query).points().stream()
                .map(KpiSeries.Point::figure)
                .toList();
    }
}
