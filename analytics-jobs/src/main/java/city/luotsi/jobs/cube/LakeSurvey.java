package city.luotsi.jobs.cube;

import city.luotsi.figures.query.Feed;
import city.luotsi.figures.query.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How far the lake's data goes, found in one pass over a few columns.
 *
 * <p>A feed is complete through the day before its newest stamp (of a request or of the source's own update): that day
 * may still be under way. Where it has been silent up to there for longer than ever before, it is complete through its
 * last request only: no news is not "no requests".
 *
 * @param asking the feeds that have any answer on satisfaction: the others never ask
 * @param gaps stretches of at least four weeks without a request of any feed
 * @param toLocate events whose district must be found from their place
 */
public record LakeSurvey(List<Feed> feeds, Set<String> asking, List<Period> gaps, long toLocate) {
    private static final int LONGEST_PAUSE_DAYS = 28;

    /** SQL: the event's district isn't named, but its place is. */
    static final String TO_LOCATE = "district_code is null and lon is not null and lat is not null";

    public LakeSurvey {
        feeds = List.copyOf(feeds);
        asking = Set.copyOf(asking);
        gaps = List.copyOf(gaps);
    }

    /** @param lake the events; days are cut in the session's time zone, which must be the city's */
    public static LakeSurvey of(Dataset<Row> lake) {
        List<Row> days = lake.selectExpr(
                        "feed",
                        "source",
                        "cast(requested_at as date) as day",
                        "cast(greatest(requested_at, coalesce(updated_at, requested_at)) as date) as stamp_day",
                        "case when %s then 1 else 0 end as to_locate".formatted(TO_LOCATE),
                        "satisfaction")
                .groupBy("feed", "source", "day")
                .agg(Map.of("stamp_day", "max", "to_locate", "sum", "satisfaction", "count", "*", "count"))
                .selectExpr(
                        "feed",
                        "source",
                        "day",
                        "`max(stamp_day)`",
                        "`sum(to_locate)`",
                        "`count(1)`",
                        "`count(satisfaction)`")
                .collectAsList();
        Map<String, FeedDays> byFeed = new TreeMap<>();
        TreeSet<LocalDate> requestDays = new TreeSet<>();
        Set<String> asking = new HashSet<>();
        long toLocate = 0;
        for (Row row : days) {
            LocalDate day = row.getDate(2).toLocalDate();
            requestDays.add(day);
            toLocate += row.getLong(4);
            if (row.getLong(6) > 0) {
                asking.add(row.getString(0));
            }
            byFeed.computeIfAbsent(row.getString(0), feed -> new FeedDays(row.getString(1)))
                    .add(day, row.getLong(5), row.getDate(3).toLocalDate());
        }
        List<Feed> feeds = new ArrayList<>();
        byFeed.forEach((name, feed) -> feeds.add(feed.feed(name)));
        return new LakeSurvey(feeds, asking, gaps(requestDays), toLocate);
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

    /** From the first request to the last full day of the feed that goes farthest. */
    public Period data() {
        return new Period(
                feeds.stream()
                        .map(Feed::firstDay)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                feeds.stream()
                        .map(Feed::completeThrough)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
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

        void add(LocalDate day, long count, LocalDate stampDay) {
            days.add(day);
            events += count;
            stamp = stampDay.isAfter(stamp) ? stampDay : stamp;
        }

        Feed feed(String name) {
            return new Feed(name, source, events, days.first(), completeThrough());
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
