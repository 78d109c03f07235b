package city.luotsi.dashboard.snapshot;

import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What one publication has answered: it never changes, so the second who asks gets the first one's answer. Those that are
 * asked for most stay.
 */
final class Answers {
    /** Some twenty megabytes. */
    private static final long MOST_POINTS = 100_000;

    private final AsyncCache<KpiQuery, KpiSeries> known = Caffeine.newBuilder()
            .maximumWeight(MOST_POINTS)
            .weigher((KpiQuery query, KpiSeries series) -> 1 + series.points().size())
            .buildAsync();

    /** Asks the publication. */
    @FunctionalInterface
    interface Asked {
        KpiSeries ask() throws SQLException;
    }

    /** Of those who ask the same at the same moment one asks the publication, and the others wait; a failure is asked again. */
    KpiSeries to(KpiQuery query, Asked asked) throws SQLException {
        CompletableFuture<KpiSeries> mine = new CompletableFuture<>();
        @Nullable CompletableFuture<KpiSeries> theirs = known.asMap().putIfAbsent(query, mine);
        if (theirs != null) {
            try {
                return theirs.join();
            } catch (CompletionException e) {
                return asked.ask();
            }
        }
        try {
            KpiSeries answer = asked.ask();
            mine.complete(answer);
            return answer;
        } catch (SQLException | RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        }
    }
}
