package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
 * @param city what stands for it in addresses: its id, with the number of a publication if one is asked for
 * @param by whose members stand side by side; empty: the page chooses
 * @param pace the pieces of time of the line
 * @param filters per dimension, in the catalogue's order
 * @param tables which charts have their tables open
 */
record Exploration(
        String city,
        String kpi,
        Period period,
        Optional<String> by,
        Step pace,
        Map<String, Set<String>> filters,
        Set<Twin.Of> tables) {
    static final List<Step> PACES = List.of(Step.MONTH, Step.WEEK, Step.DAY);

    Exploration {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        filters.forEach((dimension, members) -> copy.put(dimension, new LinkedHashSet<>(members)));
        filters = Collections.unmodifiableMap(copy);
        tables = Set.copyOf(tables);
    }

    static Exploration read(String place, Publication publication, String kpi, QueryParameters parameters) {
        Period period = parameters
                .getSingleParameter("period")
                .flatMap(Periods::read)
                .orElseGet(() -> Periods.lastMonth(publication.completeThrough()));
        Map<String, Set<String>> filters = new LinkedHashMap<>();
        for (String dimension : dimensions(publication)) {
            Set<String> members = new LinkedHashSet<>(parameters.getParameters(dimension));
            members.removeIf(member -> !isMember(publication, dimension, member));
            if (!members.isEmpty()) {
                filters.put(dimension, members);
            }
        }
        return new Exploration(
                place,
                kpi,
                period,
                parameters.getSingleParameter("by").filter(dimensions(publication)::contains),
                parameters.getSingleParameter("pace").flatMap(Exploration::pace).orElse(Step.MONTH),
                filters,
                Twin.Of.read(parameters.getParameters("table")));
    }

    /** What an address says that means nothing here, so that nobody takes the whole city for the part they asked for. */
    static List<String> notUnderstood(Publication publication, QueryParameters parameters) {
        List<String> notUnderstood = new ArrayList<>();
        parameters
                .getSingleParameter("period")
                .filter(period -> Periods.read(period).isEmpty())
                .ifPresent(notUnderstood::add);
        parameters
                .getSingleParameter("by")
                .filter(dimension -> !dimensions(publication).contains(dimension))
                .ifPresent(notUnderstood::add);
        parameters
                .getSingleParameter("pace")
                .filter(pace -> pace(pace).isEmpty())
                .ifPresent(notUnderstood::add);
        for (String dimension : dimensions(publication)) {
            parameters.getParameters(dimension).stream()
                    .filter(member -> !isMember(publication, dimension, member))
                    .forEach(notUnderstood::add);
        }
        return notUnderstood;
    }

    private static boolean isMember(Publication publication, String dimension, String member) {
        return member.equals(Member.UNKNOWN)
                || publication.member(dimension, member).isPresent();
    }

    /** The names a KPI may be cut by, in the order of menus. */
    static List<String> dimensions(Publication publication) {
        return publication.catalogue().dimensions().values().stream()
                .sorted(Comparator.comparingInt(dimension -> dimension.position()))
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
        return new Exploration(city, kpi, newPeriod, by, pace, filters, tables);
    }

    Exploration at(Step newPace) {
        return new Exploration(city, kpi, period, by, newPace, filters, tables);
    }

    Exploration by(Optional<String> dimension) {
        return new Exploration(city, kpi, period, dimension, pace, filters, tables);
    }

    Exploration where(String dimension, Set<String> members) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(filters);
        changed.put(dimension, members);
        return new Exploration(city, kpi, period, by, pace, changed, tables);
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
        return new Exploration(city, kpi, period, by, pace, changed, tables);
    }

    Exploration only(Map<String, Set<String>> fewer) {
        return new Exploration(city, kpi, period, Optional.empty(), pace, fewer, tables);
    }

    Exploration showing(Set<Twin.Of> open) {
        return new Exploration(city, kpi, period, by, pace, filters, open);
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

    /** The page of what stands behind the number, with the same period and filters. */
    String passport() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("period", List.of(Periods.write(period)));
        filters.forEach((dimension, members) -> parameters.put(dimension, List.copyOf(members)));
        return Places.passport(city, kpi) + "?" + new QueryParameters(parameters).getQueryString();
    }

    QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("period", List.of(Periods.write(period)));
        by.ifPresent(dimension -> parameters.put("by", List.of(dimension)));
        parameters.put("pace", List.of(name(pace)));
        filters.forEach((dimension, members) -> parameters.put(dimension, List.copyOf(members)));
        if (!tables.isEmpty()) {
            parameters.put("table", tables.stream().sorted().map(Twin.Of::named).toList());
        }
        return new QueryParameters(parameters);
    }

    /** The address, to follow and to share. */
    String link() {
        return place() + "?" + parameters().getQueryString();
    }
}
