package city.luotsi.dashboard.loading;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does slow work away from the request and brings each result to the page by itself. */
@Component
public final class Loader {
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);
    private static final int WAITING = 500;

    /** More than there are cores: a slow figure must not keep the quick ones waiting. */
    private static final int FEWEST = 8;

    /** A reader doesn't see this wait, but would see parts of the page come one by one. */
    private static final Duration SOON = Duration.ofMillis(60);

    private final ExecutorService workers;

    Loader() {
        int threads = Math.max(FEWEST, 2 * Runtime.getRuntime().availableProcessors());
        this.workers = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("loader-", 1).factory());
    }

    /**
     * Shows the outcome when it is there: with the page itself if that is soon, else {@code Loading} until it is news to it.
     *
     * @param show called with the page's lock held
     * @param busy what to say if too much is waiting already
     * @return to be cancelled when nobody waits for it any more
     */
    public <T> Future<?> load(UI page, Callable<T> work, Consumer<TileState<T>> show, String busy) {
        Once<TileState<T>> once = new Once<>(show);
        long soon = System.nanoTime() + SOON.toNanos();
        try {
            Future<TileState<T>> running = workers.submit(() -> {
                TileState<T> outcome = outcome(work);
                deliver(page, outcome, once);
                return outcome;
            });
            page.beforeClientResponse(
                    page,
                    _ -> until(soon, running).ifPresentOrElse(once, () -> show.accept(new TileState.Loading<>())));
            return running;
        } catch (RejectedExecutionException e) {
            show.accept(new TileState.Failed<>(Optional.of(busy)));
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Used with the page's lock held. */
    private static final class Once<T> implements Consumer<T> {
        private final Consumer<T> show;
        private boolean shown;

        Once(Consumer<T> show) {
            this.show = show;
        }

        @Override
        public void accept(T outcome) {
            if (!shown) {
                shown = true;
                show.accept(outcome);
            }
        }
    }

    /** What was cancelled has no outcome, and what takes longer will be news. */
    private static <T> Optional<T> until(long soon, Future<T> running) {
        try {
            return Optional.of(running.get(soon - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (CancellationException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static <T> TileState<T> outcome(Callable<T> work) {
        try {
            return new TileState.Loaded<>(work.call());
        } catch (Exception e) {
            LOG.warn("A figure could not be loaded", e);
            return new TileState.Failed<>(Optional.empty());
        }
    }

    private static <T> void deliver(UI page, TileState<T> outcome, Consumer<TileState<T>> show) {
        try {
            var _ = page.access(() -> show.accept(outcome));
        } catch (UIDetachedException e) {
            LOG.debug("The page was closed before its figure came");
        }
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
