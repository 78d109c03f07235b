package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.figures.contribution.Comparison;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page "Why?" explains: how the figure of an exploration changed.
 *
 * @param against the period it is compared with, in full
 */
record Inquiry(Exploration exploration, Period against) implements Screen {
    private static final String AGAINST = "against";

    static Inquiry read(String place, Publication publication, String kpi, QueryParameters parameters) {
        Exploration exploration = Exploration.read(place, publication, kpi, parameters);
        return new Inquiry(
                exploration,
                against(parameters).orElseGet(() -> exploration.period().previous()));
    }

    /** What an address says that means nothing here. */
    static List<String> notUnderstood(Publication publication, QueryParameters parameters) {
        List<String> notUnderstood = new ArrayList<>(Exploration.notUnderstood(publication, parameters));
        parameters
                .getSingleParameter(AGAINST)
                .filter(_ -> against(parameters).isEmpty())
                .ifPresent(notUnderstood::add);
        return notUnderstood;
    }

    private static Optional<Period> against(QueryParameters parameters) {
        return parameters.getSingleParameter(AGAINST).flatMap(Periods::read);
    }

    Inquiry against(Period other) {
        return new Inquiry(exploration, other);
    }

    /** Of another period the change since the one before it, if that is what is looked at, or since a year ago. */
    @Override
    public Inquiry about(Exploration next) {
        Period old = exploration.period();
        Period now = next.period();
        if (now.equals(old)) {
            return new Inquiry(next, against);
        }
        return new Inquiry(next, against.equals(old.yearAgo()) ? now.yearAgo() : now.previous());
    }

    /** An unfinished period is compared with equally many days. */
    Comparison comparison(Publication publication) {
        Period asked = exploration.period();
        Period now =
                asked.until(publication.knownThrough(publication.catalogue().kpi(exploration.kpi())));
        Period then = now.equals(asked) ? against : against.firstDays(now.days());
        return new Comparison(
                exploration.query(publication).during(then),
                exploration.query(publication).during(now));
    }

    @Override
    public String place() {
        return Places.why(exploration.city(), exploration.kpi());
    }

    @Override
    public QueryParameters parameters() {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(exploration.parameters().getParameters());
        parameters.put(AGAINST, List.of(Periods.write(against)));
        return new QueryParameters(parameters);
    }
}
