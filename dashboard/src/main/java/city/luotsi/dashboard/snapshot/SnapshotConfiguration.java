package city.luotsi.dashboard.snapshot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotConfiguration.class);

    @Bean
    DataFolder dataFolder(@Value("${luotsi.data}") Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    /** Looks for newer publications and for what the jobs are doing in the background, one look after the other. */
    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService publicationWatch(
            Snapshots snapshots, RunsUnderWay runs, @Value("${luotsi.look-every}") Duration every) {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("publication-watch").factory());
        var _ = watch.scheduleWithFixedDelay(
                () -> look(snapshots, runs), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private static void look(Snapshots snapshots, RunsUnderWay runs) {
        look(snapshots::look);
        look(runs::look);
    }

    /** A look that fails must not end the looking. */
    private static void look(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("The data folder could not be looked at", e);
        }
    }
}
