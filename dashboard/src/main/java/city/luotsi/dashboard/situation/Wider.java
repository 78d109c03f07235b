package city.luotsi.dashboard.situation;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.contribution.Comparison;
import city.luotsi.figures.insight.Signal;
import city.luotsi.figures.insight.Slice;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a signal's slice is a part of, cut so that the slice is seen beside its like: of a station all stations, of a service
 * the services of its department. The slice by itself has no parts that are worth telling.
 */
record Wider(Map<String, Set<String>> filters, String by) {

    /** The narrowest that the publication tells, the slice among its parts; empty if there is none. */
    static Optional<Wider> of(Signal signal, Period period, Snapshot snapshot) {
        return around(signal.slice(), snapshot.publication()).stream()
                .filter(wider -> wider.isTold(signal, period, snapshot))
                .findFirst();
    }

    private static List<Wider> around(Slice slice, Publication publication) {
        List<Wider> around = new ArrayList<>();
        Map<String, Set<String>> service =
                slice.service().map(id -> Map.of("service", Set.of(id))).orElse(Map.of());
        if (slice.district().isPresent()) {
            around.add(new Wider(service, "district"));
        } else if (slice.channel().isPresent()) {
            around.add(new Wider(service, "channel"));
        } else if (slice.service().isPresent()) {
            slice.department()
                    .filter(id -> hasSeveral(publication, id))
                    .ifPresent(id -> around.add(new Wider(Map.of("department", Set.of(id)), "service")));
            around.add(new Wider(Map.of(), "service"));
        } else if (slice.department().isPresent()) {
            around.add(new Wider(Map.of(), "department"));
        }
        return around;
    }

    private static boolean hasSeveral(Publication publication, String department) {
        return publication.members("service").stream()
                        .filter(service ->
                                service.parent().filter(department::equals).isPresent())
                        .count()
                > 1;
    }

    private boolean isTold(Signal signal, Period period, Snapshot snapshot) {
        KpiQuery after = new KpiQuery(signal.kpi(), period, Step.WHOLE, Optional.empty(), filters);
        Comparison comparison = new Comparison(after.during(period.previous()), after);
        // of the city as a whole, confidential services stand together
        boolean isApart = !filters.isEmpty()
                || snapshot.publication().confidential().stream()
                        .noneMatch(one -> signal.slice().service().equals(Optional.of(one.service())));
        return isApart && snapshot.closed(comparison, by).isEmpty();
    }
}
