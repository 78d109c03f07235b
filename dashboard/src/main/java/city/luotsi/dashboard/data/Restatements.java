package city.luotsi.dashboard.data;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What two publications of a city say differently of months that both know to their end.
 *
 * @param months how many were compared, back from the last
 * @param compared figures
 */
record Restatements(int months, int compared, List<Restated> restated) {
    private static final int MONTHS = 24;
    private static final double ROUNDING = 1e-9;

    Restatements {
        restated = List.copyOf(restated);
    }

    /** A figure of the whole city in a month, as it was and as it is. */
    record Restated(Kpi kpi, LocalDate month, Figure before, Figure now) {}

    /** What became of a definition. */
    enum Definition {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** KPIs of which the definition isn't the same, by name. */
    static Map<String, Definition> definitions(Publication before, Publication now) {
        Map<String, Definition> changed = new TreeMap<>();
        now.catalogue().kpis().forEach((name, kpi) -> {
            Kpi was = before.catalogue().kpis().get(name);
            if (was == null) {
                changed.put(name, Definition.ADDED);
            } else if (!was.hash().equals(kpi.hash())) {
                changed.put(name, Definition.CHANGED);
            }
        });
        before.catalogue().kpis().keySet().stream()
                .filter(name -> !now.catalogue().kpis().containsKey(name))
                .forEach(name -> changed.put(name, Definition.REMOVED));
        return changed;
    }

    /** Asks both files; not on the thread of a request. */
    static Restatements between(Snapshot before, Snapshot now) throws SQLException {
        List<Restated> restated = new ArrayList<>();
        int compared = 0;
        int months = 0;
        for (Kpi kpi : now.publication().catalogue().kpis().values()) {
            Kpi was = before.publication().catalogue().kpis().get(kpi.name());
            Optional<Period> both = was == null ? Optional.empty() : months(before, was, now, kpi);
            if (both.isEmpty()) {
                continue;
            }
            KpiQuery query = new KpiQuery(kpi.name(), both.get(), Step.MONTH, Optional.empty(), Map.of());
            if (before.refusal(query).isPresent() || now.refusal(query).isPresent()) {
                continue;
            }
            Map<LocalDate, Figure> then = byMonth(before.answer(query));
            Map<LocalDate, Figure> today = byMonth(now.answer(query));
            months = Math.max(months, today.size());
            for (Map.Entry<LocalDate, Figure> month : today.entrySet()) {
                Figure old = then.get(month.getKey());
                if (old != null) {
                    compared++;
                    if (!areSame(old, month.getValue())) {
                        restated.add(new Restated(kpi, month.getKey(), old, month.getValue()));
                    }
                }
            }
        }
        return new Restatements(months, compared, restated);
    }

    /** The whole months that both have and know, at most {@link #MONTHS}. */
    private static Optional<Period> months(Snapshot before, Kpi was, Snapshot now, Kpi is) {
        Publication old = before.publication();
        Publication current = now.publication();
        LocalDate through = earlier(old.knownThrough(was), current.knownThrough(is));
        LocalDate last = Period.lastWholeMonth(through).to();
        LocalDate from = later(old.data().from(), current.data().from());
        LocalDate first =
                from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
        first = later(first, last.withDayOfMonth(1).minusMonths(MONTHS - 1L));
        return first.isAfter(last) ? Optional.empty() : Optional.of(new Period(first, last));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Map<LocalDate, Figure> byMonth(KpiSeries series) {
        Map<LocalDate, Figure> byMonth = new TreeMap<>();
        series.points().forEach(point -> byMonth.put(point.period().from(), point.figure()));
        return byMonth;
    }

    private static boolean areSame(Figure one, Figure other) {
        Optional<Double> first = one.number();
        Optional<Double> second = other.number();
        if (first.isPresent() && second.isPresent()) {
            return Math.abs(first.get() - second.get()) <= ROUNDING * Math.max(1, Math.abs(first.get()));
        }
        return one.equals(other);
    }
}
