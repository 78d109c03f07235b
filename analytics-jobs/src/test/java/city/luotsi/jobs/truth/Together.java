package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is hidden and told together, held against the truth of just those that are hidden.
 *
 * @param truth of the same events, computed by hand
 */
record Together(Connection publication, Figures figures, Truth truth) {
    private static final Set<String> OF_RESIDENTS = Set.of("district", "major_district", "age_group");

    /** How many figures were compared: one, or none where nothing is hidden, or not even told together. */
    int compare(KpiQuery query) throws SQLException {
        if (figures.refusal(query).isPresent()) {
            return 0;
        }
        KpiSeries series = figures.answer(publication, query);
        List<String> hidden = new ArrayList<>();
        Optional<Figure> rest = Optional.empty();
        for (KpiSeries.Point point : series.points()) {
            if (point.member().equals(Member.WITHHELD)) {
                rest = Optional.of(point.figure());
            } else if (point.figure() instanceof Figure.Hidden) {
                hidden.add(point.member());
            }
        }
        if (hidden.isEmpty() || !(rest.orElse(new Figure.Hidden()) instanceof Figure.Known told)) {
            return 0;
        }
        String dimension = query.by().orElseThrow();
        List<String> conditions = new ArrayList<>(List.of(isOneOf(dimension, hidden)));
        query.filters().forEach((name, members) -> conditions.add(isOneOf(name, members)));
        double expected = truth.figure(query.kpi(), series.answered(), String.join(" and ", conditions))
                .orElseThrow();
        if (series.kpi().rollup() == Rollup.PER_RESIDENT && OF_RESIDENTS.contains(dimension)) {
            expected *=
                    residents(series, dimension, Optional.empty()) / residents(series, dimension, Optional.of(hidden));
        }
        assertEquals(expected, told.value(), 1e-9 * expected, query + ": hidden are " + hidden);
        return 1;
    }

    /** By how many requests, of whatever service, and how many of 1,000 residents: of all together if none are named. */
    private double residents(KpiSeries series, String dimension, Optional<List<String>> members) throws SQLException {
        Optional<String> cut = members.isPresent() ? Optional.of(dimension) : Optional.empty();
        Map<String, Double> rates = truth.figures(series.kpi().name(), cut, series.answered(), "");
        Map<String, Double> requests = truth.figures("requests", cut, series.answered(), "");
        return members.orElse(List.of("")).stream()
                .mapToDouble(member ->
                        1000 * Objects.requireNonNull(requests.get(member)) / Objects.requireNonNull(rates.get(member)))
                .sum();
    }

    private static String isOneOf(String dimension, Collection<String> members) {
        return members.stream()
                .map("'%s'"::formatted)
                .collect(Collectors.joining(", ", "coalesce(%s, 'unknown') in (".formatted(dimension), ")"));
    }
}
