package city.luotsi.figures.query;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question about one KPI.
 *
 * @param by the dimension whose members are told apart, if any
 * @param filters per dimension the members that count; a dimension that is not there counts whole
 */
public record KpiQuery(String kpi, Period period, Step step, Optional<String> by, Map<String, Set<String>> filters) {

    public KpiQuery {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        filters.forEach((dimension, members) -> {
            if (members.isEmpty()) {
                throw new IllegalArgumentException(
                        "a filter on '%s' needs at least one member; leave it out to count all".formatted(dimension));
            }
            copy.put(dimension, java.util.Collections.unmodifiableSet(new LinkedHashSet<>(members)));
        });
        filters = java.util.Collections.unmodifiableMap(copy);
    }

    /** The whole city's figure for a period. */
    public static KpiQuery of(String kpi, Period period) {
        return new KpiQuery(kpi, period, Step.WHOLE, Optional.empty(), Map.of());
    }

    public KpiQuery step(Step newStep) {
        return new KpiQuery(kpi, period, newStep, by, filters);
    }

    public KpiQuery by(String dimension) {
        return new KpiQuery(kpi, period, step, Optional.of(dimension), filters);
    }

    public KpiQuery during(Period newPeriod) {
        return new KpiQuery(kpi, newPeriod, step, by, filters);
    }

    public KpiQuery where(String dimension, Set<String> members) {
        Map<String, Set<String>> more = new LinkedHashMap<>(filters);
        more.put(dimension, members);
        return new KpiQuery(kpi, period, step, by, more);
    }
}
