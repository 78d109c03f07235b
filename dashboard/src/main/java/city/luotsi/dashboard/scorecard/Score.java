package city.luotsi.dashboard.scorecard;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.comparison.Standing;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.forecast.YearEnd;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Refusal;
import city.luotsi.figures.query.Step;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One row: a KPI's last whole month, how it came there, and where it is going.
 *
 * @param months as many whole months as a forecast looks back to, oldest first; empty where there is no answer
 * @param yearEnd empty where there are no months
 * @param targetThen the target that holds on the last day of the forecast's year
 */
record Score(Standing standing, List<KpiSeries.Point> months, Optional<YearEnd> yearEnd, Optional<Target> targetThen) {
    static final int SHOWN = 13;

    /** What is longer ago was another city. */
    private static final int REMEMBERED = 60;

    Score {
        months = List.copyOf(months);
    }

    static Score of(Snapshot snapshot, Kpi kpi, Card card) throws SQLException {
        KpiQuery query = card.query(kpi.name());
        KpiQuery last = query.during(lastKnown(snapshot, kpi, query));
        Standing standing = Standing.of(snapshot, last);
        Optional<KpiSeries> series = series(snapshot, last);
        Optional<YearEnd> yearEnd = series.map(YearEnd::of);
        return new Score(
                standing,
                series.map(KpiSeries::points).orElse(List.of()),
                yearEnd,
                yearEnd.flatMap(
                        end -> Standing.target(snapshot.publication(), query, LocalDate.of(end.year(), 12, 31))));
    }

    /** Confidential services, and what shows only after some days, are told later than the rest. */
    private static Period lastKnown(Snapshot snapshot, Kpi kpi, KpiQuery query) {
        Publication publication = snapshot.publication();
        Period known = earlier(query.period(), Period.lastWholeMonth(publication.knownThrough(kpi)));
        boolean later = snapshot.refusal(query.during(known))
                .filter(Refusal.Confidential.class::isInstance)
                .isPresent();
        return later ? earlier(known, Period.monthOf(publication.confidentialThrough(kpi))) : known;
    }

    private static Period earlier(Period one, Period other) {
        return one.from().isBefore(other.from()) ? one : other;
    }

    private static Optional<KpiSeries> series(Snapshot snapshot, KpiQuery last) throws SQLException {
        Optional<KpiQuery> months = Periods.lastWhole(
                        Step.MONTH,
                        REMEMBERED,
                        last.period().to(),
                        snapshot.publication().data().from())
                .map(period -> last.during(period).step(Step.MONTH))
                .filter(query -> snapshot.refusal(query).isEmpty());
        return months.isEmpty() ? Optional.empty() : Optional.of(snapshot.answer(months.get()));
    }

    Kpi kpi() {
        return standing.kpi();
    }

    /** The course that is drawn: the last months up to the latest. */
    List<Figure> course() {
        return months.subList(Math.max(0, months.size() - SHOWN), months.size()).stream()
                .map(KpiSeries.Point::figure)
                .toList();
    }

    /** Empty where the month isn't among those that were asked for. */
    Optional<Figure> in(Period month) {
        return months.stream()
                .filter(point -> point.period().equals(month))
                .map(KpiSeries.Point::figure)
                .findFirst();
    }

    /** Whether the target will be met; empty where nothing says so. */
    Optional<Outlook> outlook() {
        return yearEnd.flatMap(end -> targetThen.flatMap(target -> Outlook.of(kpi(), end, target)));
    }
}
