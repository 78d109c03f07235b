package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.Kpi;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question.
 *
 * @param answered the period that the figures are really for: it ends where the data is complete
 * @param points ordered by member (in the city's order), then by time; one per piece of time and member
 * @param grain the published table it was added up from
 * @param carriedFrom the last census year, where population was carried forward past it
 */
public record KpiSeries(
        Kpi kpi, KpiQuery query, Period answered, List<Point> points, Grain grain, Optional<Integer> carriedFrom) {

    public KpiSeries {
        points = List.copyOf(points);
    }

    /** One figure: of a member ("" if nothing was told apart; {@code unknown} for what the source doesn't say). */
    public record Point(Period period, String member, Figure figure) {}

    /** The only figure of a whole-period question without a breakdown. */
    public Figure only() {
        if (points.size() != 1) {
            throw new IllegalStateException("asked for the only figure of " + points.size());
        }
        return points.getFirst().figure();
    }

    /** True if the asked period is not over where the data ends. */
    public boolean unfinished() {
        LocalDate end = query.period().to();
        return answered.to().isBefore(end);
    }
}
