package city.luotsi.dashboard.scorecard;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose scorecard it is and for which month, all of it in its address.
 *
 * @param place what stands for the city in addresses
 * @param department empty: the whole city
 * @param month a calendar month; a KPI that is known later is told by its own last one
 */
record Card(String place, Optional<String> department, Period month) {
    static final String DEPARTMENT = "department";
    private static final String MONTH = "month";

    /** @return empty if there is no such department */
    static Optional<Card> read(
            String place, Publication publication, RouteParameters route, QueryParameters parameters) {
        Optional<String> department = route.get(DEPARTMENT);
        boolean known = department.stream()
                .allMatch(one -> publication.member(DEPARTMENT, one).isPresent());
        return known
                ? Optional.of(new Card(place, department, month(parameters).orElseGet(() -> usual(publication))))
                : Optional.empty();
    }

    /** What an address says that is no month. */
    static List<String> notUnderstood(QueryParameters parameters) {
        return month(parameters).isPresent() ? List.of() : parameters.getParameters(MONTH);
    }

    private static Period usual(Publication publication) {
        return Period.lastWholeMonth(publication.completeThrough());
    }

    private static Optional<Period> month(QueryParameters parameters) {
        return parameters
                .getSingleParameter(MONTH)
                .flatMap(Periods::read)
                .filter(period -> period.equals(Period.monthOf(period.from())));
    }

    /** The months that can be chosen, the last first. */
    static List<Period> months(Publication publication) {
        List<Period> months = new ArrayList<>();
        Period month = usual(publication);
        while (!month.from().isBefore(publication.data().from().withDayOfMonth(1))) {
            months.add(month);
            month = month.previous();
        }
        return months;
    }

    Card of(Optional<String> other) {
        return new Card(place, other, month);
    }

    Card in(Period other) {
        return new Card(place, department, other);
    }

    /** The one figure of the month. */
    KpiQuery query(String kpi) {
        return new KpiQuery(kpi, month, Step.WHOLE, Optional.empty(), filters());
    }

    Map<String, Set<String>> filters() {
        return department.map(one -> Map.of(DEPARTMENT, Set.of(one))).orElse(Map.of());
    }

    String address() {
        return Places.scorecard(place, department);
    }

    QueryParameters parameters() {
        return QueryParameters.simple(Map.of(MONTH, Periods.write(month)));
    }

    /** The page of one of its figures, with the same department and month. */
    String link(String kpi) {
        return Places.kpi(place, kpi) + "?period=" + Periods.write(month)
                + department.map(one -> "&" + DEPARTMENT + "=" + one).orElse("");
    }
}
