package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Check;
import city.luotsi.figures.catalogue.KpiSelect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What a {@link LakeSurvey} is made from, as counts that add up: a change to the lake changes them by its rows alone.
 *
 * @param requests by feed and day of the request
 * @param stamps events by feed and day of their newest stamp (the request, or the source's own update)
 * @param checks by feed and check of events: how many are broken
 */
record SurveyCounts(Map<Day, Requests> requests, Map<Day, Long> stamps, Map<Checked, Broken> checks) {

    SurveyCounts {
        checks = Collections.unmodifiableMap(new HashMap<>(checks));
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

    /** A check of events, in one feed. */
    record Checked(String feed, String check) {}

    /** @param rows the events that the check is about */
    record Broken(long broken, long rows) {
        Broken plus(Broken other) {
            return new Broken(broken + other.broken, rows + other.rows);
        }
    }

    /** In one pass over a few columns; days are cut in the session's zone. */
    static SurveyCounts of(Dataset<Row> events, List<Check> checks) {
        List<Check> ofEvents =
                checks.stream().filter(check -> check.row().isPresent()).toList();
        List<String> columns = new ArrayList<>(List.of(
                "feed",
                "source",
                "cast(requested_at as date) as request_day",
                "cast(greatest(requested_at, coalesce(updated_at, requested_at)) as date) as stamp_day",
                "case when %s then 1 else 0 end as to_locate".formatted(LakeSurvey.TO_LOCATE),
                "case when satisfaction is not null then 1 else 0 end as answers",
                "1 as events"));
        List<String> sums = new ArrayList<>(List.of("events", "to_locate", "answers"));
        for (Check check : ofEvents) {
            KpiSelect row = check.row().orElseThrow();
            String about = row.condition().map("(%s)"::formatted).orElse("true");
            columns.add("case when %s and (%s) then 1 else 0 end as broken_%s"
                    .formatted(about, row.columns().get("broken"), check.name()));
            columns.add("case when %s then 1 else 0 end as rows_%s".formatted(about, check.name()));
            sums.add("broken_" + check.name());
            sums.add("rows_" + check.name());
        }
        List<Row> rows = events.selectExpr(columns.toArray(String[]::new))
                .groupBy("feed", "source", "request_day", "stamp_day")
                .agg(functions.sum(sums.getFirst()), rest(sums))
                .collectAsList();
        Map<Day, Requests> requests = new HashMap<>();
        Map<Day, Long> stamps = new HashMap<>();
        Map<Checked, Broken> broken = new HashMap<>();
        for (Row row : rows) {
            String feed = row.getString(0);
            String source = row.getString(1);
            requests.merge(
                    new Day(feed, source, row.getDate(2).toLocalDate()),
                    new Requests(row.getLong(4), row.getLong(5), row.getLong(6)),
                    Requests::plus);
            stamps.merge(new Day(feed, source, row.getDate(3).toLocalDate()), row.getLong(4), Long::sum);
            int column = 7;
            for (Check check : ofEvents) {
                broken.merge(
                        new Checked(feed, check.name()),
                        new Broken(row.getLong(column), row.getLong(column + 1)),
                        Broken::plus);
                column += 2;
            }
        }
        return new SurveyCounts(requests, stamps, broken);
    }

    private static Column[] rest(List<String> sums) {
        return sums.stream().skip(1).map(name -> functions.sum(name)).toArray(Column[]::new);
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
        Map<Checked, Broken> newChecks = new HashMap<>(checks);
        other.checks.forEach((checked, count) ->
                newChecks.merge(checked, new Broken(sign * count.broken, sign * count.rows), Broken::plus));
        newChecks
                .keySet()
                .removeIf(checked -> newRequests.keySet().stream()
                        .noneMatch(day -> day.feed().equals(checked.feed())));
        return new SurveyCounts(newRequests, newStamps, newChecks);
    }
}
