package city.luotsi.figures.city;

import java.util.Optional;

/**
 * How much a city cares for what concerns a service, a KPI, or a KPI of a service.
 *
 * @param service empty: any
 * @param kpi empty: any
 * @param value what the rank of a signal is multiplied with: 1 is as usual, 0 is never mind
 */
public record Priority(Optional<String> service, Optional<String> kpi, double value) {

    public Priority {
        if (!(value >= 0 && value <= 10)) {
            throw new IllegalArgumentException("'priority' goes from 0 to 10, was %s".formatted(value));
        }
    }
}
