package city.luotsi.dashboard.snapshot;

import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What one publication has answered: it never changes, so the second who asks gets the first one's answer. Those that are
 * asked for most stay.
 */
final class Answers {
    /** Some twenty megabytes. */
    private static final long MOST_POINTS = 100_000;

    private final Cache<KpiQuery, KpiSeries> known = Caffeine.newBuilder()
            .maximumWeight(MOST_POINTS)
            .weigher((KpiQuery query, KpiSeries series) -> 1 + series.points().size())
            .build();

    /** Asks the publication. */
    @FunctionalInterface
    interface Asked {
        KpiSeries ask() throws SQLException;
    }

    /** Two who ask the same at the same moment may both ask the publication; a failure is asked again. */
    KpiSeries to(KpiQuery query, Asked asked) throws SQLException {
        @Nullable KpiSeries answer = known.getIfPresent(query);
        if (answer == null) {
            answer = asked.ask();
            known.put(query, answer);
        }
        return answer;
    }
}
