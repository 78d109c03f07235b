package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the page of a KPI shows, all of it in its address: the back button and a shared link restore exactly this.
 *
 * @param by whose members stand side by side; empty: the page chooses
 * @param pace the pieces of time of the line
 * @param filters per dimension, in the catalogue's order
 */
record Exploration(
        String city, String kpi, Period period, Optional<String> by, Step pace, Map<String, Set<String>> filters) {
    static final List<Step> PACES = List.of(Step.MONTH, Step.WEEK, Step.DAY);

    Exploration {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        filters.forEach((dimension, members) -> copy.put(dimension, new LinkedHashSet<>(members)));
        filters = java.util.Collections.unmodifiableMap(copy);
    }

    static Exploration read(Publication publication, String kpi, QueryParameters parameters) {
        Period period = parameters
                .getSingleParameter("period")
                .flatMap(Periods::read)
                .orElseGet(() -> Periods.lastMonth(publication.completeThrough()));
        Map<String, Set<String>> filters = new LinkedHashMap<>();
        for (String dimension : dimensions(publication)) {
            Set<String> members = new LinkedHashSet<>(parameters.getParameters(dimension));
            members.removeIf(String::isBlank);
            if (!members.isEmpty()) {
                filters.put(dimension, members);
            }
        }
        return new Exploration(
                publication.city(),
                kpi,
                period,
                parameters.getSingleParameter("by").filter(dimensions(publication)::contains),
                parameters.getSingleParameter("pace").flatMap(Exploration::pace).orElse(Step.MONTH),
                filters);
    }

    /** The names a KPI may be cut by, in the order of menus. */
    static List<String> dimensions(Publication publication) {
        return publication.catalogue().dimensions().values().stream()
                .sorted(java.util.Comparator.comparingInt(dimension -> dimension.position()))
                .map(dimension -> dimension.name())
                .toList();
    }

    private static Optional<Step> pace(String text) {
        return PACES.stream().filter(step -> name(step).equals(text)).findFirst();
    }

    static String name(Step pace) {
        return pace.name().toLowerCase(Locale.ROOT);
    }

    Exploration during(Period newPeriod) {
        return new Exploration(city, kpi, newPeriod, by, pace, filters);
    }

    Exploration at(Step newPace) {
        return new Exploration(city, kpi, period, by, newPace, filters);
    }

    Exploration by(Optional<String> dimension) {
        return new Exploration(city, kpi, period, dimension, pace, filters);
    }

    Exploration where(String dimension, Set<String> members) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(filters);
        changed.put(dimension, members);
        return new Exploration(city, kpi, period, by, pace, changed);
    }

    Exploration without(String dimension, String member) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(filters);
        Set<String> left = new LinkedHashSet<>(changed.getOrDefault(dimension, Set.of()));
        left.remove(member);
        if (left.isEmpty()) {
            changed.remove(dimension);
        } else {
            changed.put(dimension, left);
        }
        return new Exploration(city, kpi, period, by, pace, changed);
    }

    Exploration only(Map<String, Set<String>> fewer) {
        return new Exploration(city, kpi, period, Optional.empty(), pace, fewer);
    }

    /** The one member that is looked at, if it is one. */
    Optional<String> one(String dimension) {
        Set<String> members = filters.getOrDefault(dimension, Set.of());
        return members.size() == 1 ? members.stream().findFirst() : Optional.empty();
    }

    /** The figure of the whole period. */
    KpiQuery query() {
        return new KpiQuery(kpi, period, Step.WHOLE, Optional.empty(), filters);
    }

    String place() {
        return Places.kpi(city, kpi);
    }

    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("period", List.of(Periods.write(period)));
        by.ifPresent(dimension -> parameters.put("by", List.of(dimension)));
        if (pace != Step.MONTH) {
            parameters.put("pace", List.of(name(pace)));
        }
        filters.forEach((dimension, members) -> parameters.put(dimension, List.copyOf(members)));
        return new QueryParameters(parameters);
    }

    /** The address, to follow and to share. */
    String link() {
        return place() + "?" + parameters().getQueryString();
    }
}
