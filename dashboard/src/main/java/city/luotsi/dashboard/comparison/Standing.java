package city.luotsi.dashboard.comparison;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A KPI's figure for a period beside what it is compared with.
 *
 * @param asked the period in full, even if it isn't over
 * @param target of the one department that is looked at, else of the city; empty: none is set
 */
public record Standing(Kpi kpi, Period asked, Answer now, Answer previous, Answer yearAgo, Optional<Target> target) {

    /** An unfinished period is compared with equally many days of the period before and of a year ago. */
    public static Standing of(Snapshot snapshot, KpiQuery query) throws SQLException {
        Publication publication = snapshot.publication();
        Period asked = query.period();
        Kpi kpi = publication.catalogue().kpi(query.kpi());
        Period now = asked.until(publication.knownThrough(kpi));
        boolean unfinished = !now.equals(asked);
        return new Standing(
                kpi,
                asked,
                Answer.to(snapshot, query),
                Answer.compared(snapshot, query.during(fair(asked.previous(), now, unfinished))),
                Answer.compared(snapshot, query.during(fair(asked.yearAgo(), now, unfinished))),
                target(publication, query, now.to()));
    }

    public boolean unfinished() {
        return !now.period().equals(asked);
    }

    /** Against the period before; empty if one of the two isn't known, or the one before was 0. */
    public Optional<Change> sincePrevious() {
        return since(previous);
    }

    public Optional<Change> sinceYearAgo() {
        return since(yearAgo);
    }

    /** A year's period before is a year ago: told once. */
    public boolean previousIsYearAgo() {
        return previous.period().equals(yearAgo.period());
    }

    /** Empty if there is no target, no figure, or no direction that is better. */
    public Optional<Boolean> targetMet() {
        return target.flatMap(aim -> now.known().flatMap(known -> meets(kpi, aim, known.value())));
    }

    /** Empty if there is no direction that is better. */
    public static Optional<Boolean> meets(Kpi kpi, Target target, double value) {
        return switch (kpi.better()) {
            case HIGHER -> Optional.of(value >= target.value());
            case LOWER -> Optional.of(value <= target.value());
            case NEITHER -> Optional.empty();
        };
    }

    private Optional<Change> since(Answer before) {
        return now.known()
                .flatMap(known -> before.known().flatMap(then -> Change.of(kpi, known.value(), then.value())));
    }

    private static Period fair(Period before, Period now, boolean unfinished) {
        return unfinished ? before.firstDays(now.days()) : before;
    }

    /** A department's own target, where the question is about one department and nothing smaller. */
    public static Optional<Target> target(Publication publication, KpiQuery query, LocalDate day) {
        Set<String> departments = query.filters().getOrDefault("department", Set.of());
        if (query.filters().isEmpty()) {
            return publication.target(query.kpi(), Optional.empty(), day);
        }
        if (query.filters().size() == 1 && departments.size() == 1) {
            return publication.target(query.kpi(), departments.stream().findFirst(), day);
        }
        return Optional.empty();
    }
}
