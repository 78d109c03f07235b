package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.shell.Places;
import city.luotsi.figures.contribution.Comparison;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the page "Why?" explains: how the figure of an exploration differs from that of another time or place.
 */
record Inquiry(Exploration exploration, Against against) implements Screen {
    private static final String AGAINST = "against";

    /** Where the last filter that told a place from the other is taken off, time is compared. */
    Inquiry {
        if (against instanceof Against.Place place && place.isHere(exploration.filters())) {
            against = new Against.Time(exploration.period().previous());
        }
    }

    static Inquiry read(String place, Publication publication, String kpi, QueryParameters parameters) {
        Exploration exploration = Exploration.read(place, publication, kpi, parameters);
        return new Inquiry(
                exploration,
                against(publication, parameters)
                        .orElseGet(() -> new Against.Time(exploration.period().previous())));
    }

    /** What an address says that means nothing here. */
    static List<String> notUnderstood(Publication publication, QueryParameters parameters) {
        List<String> notUnderstood = new ArrayList<>(Exploration.notUnderstood(publication, parameters));
        parameters
                .getSingleParameter(AGAINST)
                .filter(_ -> against(publication, parameters).isEmpty())
                .ifPresent(notUnderstood::add);
        return notUnderstood;
    }

    private static Optional<Against> against(Publication publication, QueryParameters parameters) {
        return parameters.getSingleParameter(AGAINST).flatMap(text -> Against.read(publication, text));
    }

    Inquiry against(Against other) {
        return new Inquiry(exploration, other);
    }

    /** Of another period the change since the one before it, if that is what is looked at, or since a year ago. */
    @Override
    public Inquiry about(Exploration next) {
        Period old = exploration.period();
        Period now = next.period();
        if (now.equals(old) || !(against instanceof Against.Time(Period then))) {
            return new Inquiry(next, against);
        }
        return new Inquiry(next, new Against.Time(then.equals(old.yearAgo()) ? now.yearAgo() : now.previous()));
    }

    /** An unfinished period is compared with equally many days. */
    Comparison comparison(Publication publication) {
        Period asked = exploration.period();
        Period now =
                asked.until(publication.knownThrough(publication.catalogue().kpi(exploration.kpi())));
        KpiQuery query = exploration.query(publication).during(now);
        return switch (against) {
            case Against.Time(Period then) ->
                new Comparison(query.during(now.equals(asked) ? then : then.firstDays(now.days())), query);
            case Against.Place(Beside beside) -> new Comparison(beside.beside(query, asked), query);
        };
    }

    /** By what two places are told apart, and the coarser dimensions above that: cut by those, each is one part. */
    Set<String> apart(Publication publication) {
        if (!(against instanceof Against.Place(Beside beside))) {
            return Set.of();
        }
        Set<String> apart = new LinkedHashSet<>(exploration.filters().members().keySet());
        if (beside instanceof Beside.Other other) {
            apart.add(other.dimension());
        }
        List.copyOf(apart)
                .forEach(dimension ->
                        publication.catalogue().dimension(dimension).parent().ifPresent(apart::add));
        return apart;
    }

    @Override
    public String place() {
        return Places.why(exploration.city(), exploration.kpi());
    }

    @Override
    public QueryParameters parameters() {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(exploration.parameters().getParameters());
        parameters.put(AGAINST, List.of(against.spelled()));
        return new QueryParameters(parameters);
    }
}
