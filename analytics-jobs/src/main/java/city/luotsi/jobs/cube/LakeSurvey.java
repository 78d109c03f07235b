package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Check;
import city.luotsi.figures.query.CheckResult;
import city.luotsi.figures.query.Feed;
import city.luotsi.figures.query.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How far the lake's data goes.
 *
 * <p>A feed is complete through the day before its newest stamp (of a request or of the source's own update): that day
 * may still be under way. Where it has been silent up to there for longer than ever before, it is complete through its
 * last request only: no news is not "no requests". One that is behind the others, but no longer than it has been quiet
 * before, is as far as they are.
 *
 * @param asking the feeds that have any answer on satisfaction: the others never ask
 * @param gaps stretches of at least four weeks without a request of any feed
 * @param toLocate events whose district must be found from their place
 * @param checks how the checks of events came out, by feed
 */
public record LakeSurvey(
        List<Feed> feeds, Set<String> asking, List<Period> gaps, long toLocate, List<CheckResult> checks) {
    private static final int LONGEST_PAUSE_DAYS = 28;

    /** SQL: the event's district isn't named, but its place is. */
    static final String TO_LOCATE = "district_code is null and lon is not null and lat is not null";

    public LakeSurvey {
        feeds = List.copyOf(feeds);
        asking = Set.copyOf(asking);
        gaps = List.copyOf(gaps);
        checks = List.copyOf(checks);
    }

    /** @param lake the events; days are cut in the session's time zone, which must be the city's */
    public static LakeSurvey of(Dataset<Row> lake) {
        return of(SurveyCounts.of(lake, List.of()), List.of());
    }

    static LakeSurvey of(SurveyCounts counts, List<Check> checks) {
        Map<String, FeedDays> byFeed = new TreeMap<>();
        TreeSet<LocalDate> requestDays = new TreeSet<>();
        Set<String> asking = new TreeSet<>();
        long toLocate = 0;
        for (var entry : counts.requests().entrySet()) {
            SurveyCounts.Day day = entry.getKey();
            SurveyCounts.Requests requests = entry.getValue();
            byFeed.computeIfAbsent(day.feed(), feed -> new FeedDays(day.source()))
                    .add(day.day(), requests.events());
            requestDays.add(day.day());
            toLocate += requests.toLocate();
            if (requests.answers() > 0) {
                asking.add(day.feed());
            }
        }
        for (SurveyCounts.Day stamp : counts.stamps().keySet()) {
            byFeed.computeIfAbsent(stamp.feed(), feed -> new FeedDays(stamp.source()))
                    .stamped(stamp.day());
        }
        LocalDate farthest = byFeed.values().stream()
                .map(FeedDays::completeThrough)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        List<Feed> feeds = new ArrayList<>();
        byFeed.forEach((name, feed) -> feeds.add(feed.feed(name, farthest)));
        return new LakeSurvey(feeds, asking, gaps(requestDays), toLocate, results(counts, checks));
    }

    private static List<CheckResult> results(SurveyCounts counts, List<Check> checks) {
        List<CheckResult> results = new ArrayList<>();
        for (Check check : checks) {
            counts.checks().forEach((checked, count) -> {
                if (checked.check().equals(check.name())) {
                    results.add(CheckResult.ofEvents(check, checked.feed(), count.broken(), count.rows()));
                }
            });
        }
        return results;
    }

    public boolean isEmpty() {
        return feeds.isEmpty();
    }

    public long events() {
        return feeds.stream().mapToLong(Feed::events).sum();
    }

    List<String> sources() {
        return feeds.stream().map(Feed::source).distinct().toList();
    }

    /**
     * From the first request to the last day on which all feeds are complete: were one missing, the city's figures would
     * drop with it. A feed that has said nothing for four weeks has ended, and holds nothing back.
     */
    public Period data() {
        LocalDate farthest = feeds.stream()
                .map(Feed::completeThrough)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Period(
                feeds.stream()
                        .map(Feed::firstDay)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                feeds.stream()
                        .map(Feed::completeThrough)
                        .filter(day -> day.plusDays(LONGEST_PAUSE_DAYS).isAfter(farthest))
                        .min(Comparator.naturalOrder())
                        .orElse(farthest));
    }

    private static List<Period> gaps(TreeSet<LocalDate> requestDays) {
        List<Period> gaps = new ArrayList<>();
        for (LocalDate day : requestDays) {
            LocalDate next = requestDays.higher(day);
            if (next != null && next.toEpochDay() - day.toEpochDay() > LONGEST_PAUSE_DAYS) {
                gaps.add(new Period(day.plusDays(1), next.minusDays(1)));
            }
        }
        return gaps;
    }

    private static final class FeedDays {
        private final String source;
        private final TreeSet<LocalDate> days = new TreeSet<>();
        private long events;
        private LocalDate stamp = LocalDate.MIN;

        FeedDays(String source) {
            this.source = source;
        }

        void add(LocalDate day, long count) {
            days.add(day);
            events += count;
        }

        void stamped(LocalDate day) {
            stamp = day.isAfter(stamp) ? day : stamp;
        }

        Feed feed(String name, LocalDate farthest) {
            LocalDate own = completeThrough();
            boolean quiet = farthest.toEpochDay() - stamp.toEpochDay() <= longestSilence();
            return new Feed(name, source, events, days.first(), quiet ? farthest : own);
        }

        private LocalDate completeThrough() {
            LocalDate before = stamp.minusDays(1);
            long silence = before.toEpochDay() - days.last().toEpochDay();
            LocalDate complete = silence > longestSilence() ? days.last() : before;
            return complete.isBefore(days.first()) ? days.first() : complete;
        }

        private long longestSilence() {
            long longest = 0;
            for (LocalDate day : days) {
                LocalDate next = days.higher(day);
                if (next != null) {
                    longest = Math.max(longest, next.toEpochDay() - day.toEpochDay() - 1);
                }
            }
            return longest;
        }
    }
}
