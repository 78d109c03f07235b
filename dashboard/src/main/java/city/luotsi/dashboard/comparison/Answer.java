package city.luotsi.dashboard.comparison;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Refusal;
import java.sql.SQLException;
import java.util.Optional;

/** One figure, or why it can't be asked for. */
public sealed interface Answer {
    Period period();

    record Given(Period period, Figure figure, Optional<Integer> carriedFrom) implements Answer {}

    record Refused(Period period, Refusal why) implements Answer {}

    default Optional<Figure.Known> known() {
        return this instanceof Given given && given.figure() instanceof Figure.Known known
                ? Optional.of(known)
                : Optional.empty();
    }

    /** As {@link #to}, but what began before the data did is no measure for what is there in full. */
    static Answer compared(Snapshot snapshot, KpiQuery query) throws SQLException {
        Period data = snapshot.publication().data();
        return query.period().from().isBefore(data.from())
                ? new Refused(query.period(), new Refusal.OutsideData(data))
                : to(snapshot, query);
    }

    /** Asks for the one figure of a whole period. */
    static Answer to(Snapshot snapshot, KpiQuery query) throws SQLException {
        Optional<Refusal> refusal = snapshot.refusal(query);
        if (refusal.isPresent()) {
            return new Refused(query.period(), refusal.get());
        }
        var series = snapshot.answer(query);
        return new Given(series.answered(), series.only(), series.carriedFrom());
    }
}
