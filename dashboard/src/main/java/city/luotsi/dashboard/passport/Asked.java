package city.luotsi.dashboard.passport;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which number it is, as the address says it: the same period and filters as on the page of the KPI.
 *
 * @param notUnderstood what the address says that means nothing here
 */
record Asked(KpiQuery query, List<String> notUnderstood) {

    static Asked read(Publication publication, String kpi, QueryParameters parameters) {
        List<String> notUnderstood = new ArrayList<>();
        Optional<String> text = parameters.getSingleParameter("period");
        Optional<Period> period = text.flatMap(Periods::read);
        text.filter(_ -> period.isEmpty()).ifPresent(notUnderstood::add);
        Map<String, Set<String>> filters = new LinkedHashMap<>();
        for (String dimension : publication.catalogue().dimensions().keySet()) {
            Set<String> members = new LinkedHashSet<>();
            for (String member : parameters.getParameters(dimension)) {
                if (member.equals(Member.UNKNOWN)
                        || publication.member(dimension, member).isPresent()) {
                    members.add(member);
                } else {
                    notUnderstood.add(member);
                }
            }
            if (!members.isEmpty()) {
                filters.put(dimension, members);
            }
        }
        Period asked = period.orElseGet(() -> Periods.lastMonth(publication.completeThrough()));
        return new Asked(new KpiQuery(kpi, asked, Step.WHOLE, Optional.empty(), filters), notUnderstood);
    }

    /** The address of the same number, as a city or one of its publications tells it. */
    String link(String place) {
        return Places.passport(place, query.kpi()) + "?" + parameters();
    }

    /** The page of the KPI, with the same period and filters. */
    String page(String place) {
        return Places.kpi(place, query.kpi()) + "?" + parameters();
    }

    private String parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("period", List.of(Periods.write(query.period())));
        query.filters().forEach((dimension, members) -> parameters.put(dimension, List.copyOf(members)));
        return new QueryParameters(parameters).getQueryString();
    }
}
