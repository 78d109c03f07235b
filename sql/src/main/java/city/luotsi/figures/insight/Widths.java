package city.luotsi.figures.insight;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How wild the courses of a KPI typically are: the median of their widths. */
final class Widths {
    private final Map<Kind, Double> typical = new HashMap<>();

    private record Kind(String kpi, Pace pace) {
        static Kind of(Departure departure) {
            return new Kind(departure.course().kpi().name(), departure.course().pace());
        }
    }

    Widths(Collection<Departure> departures) {
        Map<Kind, List<Double>> widths = departures.stream()
                .collect(Collectors.groupingBy(Kind::of, Collectors.mapping(Departure::width, Collectors.toList())));
        widths.forEach((kind, known) ->
                typical.put(kind, known.stream().sorted().toList().get(known.size() / 2)));
    }

    Departure applied(Departure departure) {
        return departure.drawnTo(typical.getOrDefault(Kind.of(departure), 1.0));
    }
}
