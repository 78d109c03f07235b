package city.luotsi.jobs.cube;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a {@link LakeSurvey} is made from, as counts that add up: a change to the lake changes them by its rows alone.
 *
 * @param requests by feed and day of the request
 * @param stamps events by feed and day of their newest stamp (the request, or the source's own update)
 */
record SurveyCounts(Map<Day, Requests> requests, Map<Day, Long> stamps) {
    static final SurveyCounts NONE = new SurveyCounts(Map.of(), Map.of());

    SurveyCounts {
        requests = Collections.unmodifiableMap(new HashMap<>(requests));
        stamps = Collections.unmodifiableMap(new HashMap<>(stamps));
    }

    /** A day of a feed. */
    record Day(String feed, String source, LocalDate day) {}

    /**
     * @param events all
     * @param toLocate those whose district must be found from their place
     * @param answers those with an answer on satisfaction
     */
    record Requests(long events, long toLocate, long answers) {
        Requests plus(Requests other) {
            return new Requests(events + other.events, toLocate + other.toLocate, answers + other.answers);
        }
    }

    /** In one pass over a few columns; days are cut in the session's zone. */
    static SurveyCounts of(Dataset<Row> events) {
        List<Row> rows = events.selectExpr(
                        "feed",
                        "source",
                        "cast(requested_at as date) as request_day",
                        "cast(greatest(requested_at, coalesce(updated_at, requested_at)) as date) as stamp_day",
                        "case when %s then 1 else 0 end as to_locate".formatted(LakeSurvey.TO_LOCATE),
                        "satisfaction")
                .groupBy("feed", "source", "request_day", "stamp_day")
                .agg(Map.of("to_locate", "sum", "satisfaction", "count", "*", "count"))
                .selectExpr(
                        "feed",
                        "source",
                        "request_day",
                        "stamp_day",
                        "`count(1)`",
                        "`sum(to_locate)`",
                        "`count(satisfaction)`")
                .collectAsList();
        Map<Day, Requests> requests = new HashMap<>();
        Map<Day, Long> stamps = new HashMap<>();
        for (Row row : rows) {
            String feed = row.getString(0);
            String source = row.getString(1);
            requests.merge(
                    new Day(feed, source, row.getDate(2).toLocalDate()),
                    new Requests(row.getLong(4), row.getLong(5), row.getLong(6)),
                    Requests::plus);
            stamps.merge(new Day(feed, source, row.getDate(3).toLocalDate()), row.getLong(4), Long::sum);
        }
        return new SurveyCounts(requests, stamps);
    }

    SurveyCounts plus(SurveyCounts other) {
        return with(other, 1);
    }

    SurveyCounts minus(SurveyCounts other) {
        return with(other, -1);
    }

    private SurveyCounts with(SurveyCounts other, int sign) {
        Map<Day, Requests> newRequests = new HashMap<>(requests);
        other.requests.forEach((day, count) -> newRequests.merge(
                day, new Requests(sign * count.events, sign * count.toLocate, sign * count.answers), Requests::plus));
        newRequests.values().removeIf(count -> count.events == 0);
        Map<Day, Long> newStamps = new HashMap<>(stamps);
        other.stamps.forEach((day, count) -> newStamps.merge(day, sign * count, Long::sum));
        newStamps.values().removeIf(count -> count == 0);
        return new SurveyCounts(newRequests, newStamps);
    }
}
