package city.luotsi.dashboard.passport;

import city.luotsi.dashboard.snapshot.Announced;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.Snapshots;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same number as another publication tells it.
 *
 * @param figure empty where that one can't answer: it doesn't know the KPI, or not the whole period
 * @param definedAlike whether the KPI is defined there as here
 */
record Retold(Announced publication, Optional<Figure> figure, boolean definedAlike) {
    static final int SHOWN = 12;
    private static final double ROUNDING = 1e-9;

    /** Of the last publications that are kept, the newest first. Opens their files; not on the thread of a request. */
    static List<Retold> of(Snapshots snapshots, Snapshot here, KpiQuery query) throws SQLException {
        List<Retold> told = new ArrayList<>();
        for (Announced other : snapshots.announced(here.city(), SHOWN)) {
            Optional<Snapshot> there =
                    other.number() == here.number() ? Optional.of(here) : snapshots.asPublished(other.place());
            if (there.isPresent()) {
                told.add(by(other, there.get(), here, query));
            }
        }
        return told;
    }

    private static Retold by(Announced publication, Snapshot there, Snapshot here, KpiQuery query) throws SQLException {
        var kpi = there.publication().catalogue().kpis().get(query.kpi());
        if (kpi == null) {
            return new Retold(publication, Optional.empty(), false);
        }
        boolean alike = kpi.hash()
                .equals(here.publication().catalogue().kpi(query.kpi()).hash());
        boolean whole =
                !there.publication().knownThrough(kpi).isBefore(query.period().to());
        return !whole || there.refusal(query).isPresent()
                ? new Retold(publication, Optional.empty(), alike)
                : new Retold(publication, Optional.of(there.answer(query).only()), alike);
    }

    /** Whether it says the same; a difference that only the order of adding makes is none. */
    boolean isLike(Figure other) {
        if (figure.isEmpty()) {
            return true;
        }
        Optional<Double> mine = figure.get().number();
        Optional<Double> theirs = other.number();
        if (mine.isPresent() && theirs.isPresent()) {
            return Math.abs(mine.get() - theirs.get()) <= ROUNDING * Math.max(1, Math.abs(mine.get()));
        }
        return figure.get().equals(other);
    }
}
