package city.luotsi.dashboard.passport;

import city.luotsi.dashboard.comparison.Standing;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.Snapshots;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Provenance;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a number.
 *
 * @param provenance empty where the question has no answer
 * @param retold what publications say of it, the newest first
 */
record Passport(Standing standing, Optional<Provenance> provenance, List<Retold> retold) {

    Passport {
        retold = List.copyOf(retold);
    }

    static Passport of(Snapshots snapshots, Snapshot snapshot, KpiQuery query) throws SQLException {
        Standing standing = Standing.of(snapshot, query);
        if (snapshot.refusal(query).isPresent()) {
            return new Passport(standing, Optional.empty(), List.of());
        }
        KpiSeries answer = snapshot.answer(query);
        return new Passport(standing, Optional.of(snapshot.provenance(answer)), Retold.of(snapshots, snapshot, query));
    }

    Optional<Figure> figure() {
        return standing.now() instanceof city.luotsi.dashboard.comparison.Answer.Given given
                ? Optional.of(given.figure())
                : Optional.empty();
    }

    Optional<Figure.Known> known() {
        return standing.now().known();
    }

    /** Those that say something else. */
    long restated() {
        return figure().map(figure ->
                        retold.stream().filter(other -> !other.isLike(figure)).count())
                .orElse(0L);
    }
}
