package city.luotsi.jobs.cli;

import city.luotsi.jobs.publish.Pull;
import city.luotsi.jobs.run.CityLock;
import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pull",
        mixinStandardHelpOptions = true,
        description = {
            "Copies what was published from the store to the data folder, for a dashboard of this machine.",
            "Each file is checked before it is announced; what the store no longer keeps goes here too, once nobody reads it."
        })
public final class PullCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "Do so again and again, until Ctrl-C; once if not said.")
    private Optional<Integer> seconds = Optional.empty();

    @Override
    public Integer call() {
        if (seconds.isPresent() && seconds.get() < 1) {
            throw common.wrong(new JobException("--every takes a number of seconds from 1, was " + seconds.get()));
        }
        String city = common.city();
        String origin = common.folders()
                .storedPublications(city)
                .orElseThrow(
                        () -> common.wrong(
                                new JobException(
                                        "there is nothing to pull from: name the store with --store or LUOTSI_STORE, such as s3a://luotsi/cities")));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
        return common.ending(() -> {
            if (seconds.isEmpty()) {
                common.progress().say(pull(city, origin).sentence(city));
            } else {
                repeat(city, origin, seconds.get(), ended);
            }
            return 0;
        });
    }

    private void repeat(String city, String origin, int every, CountDownLatch ended) {
        String said = "";
        do {
            String sentence;
            try {
                sentence = pull(city, origin).sentence(city);
            } catch (JobException e) {
                // the store may be back in a moment
                sentence = "%s; tried again every %d s".formatted(e.getMessage(), every);
            }
            // what stays the same is said once
            if (!sentence.equals(said)) {
                common.progress().say(sentence);
                said = sentence;
            }
        } while (!isOver(ended, every));
    }

    private Pull.Change pull(String city, String origin) {
        try (CityLock lock = CityLock.take(common.folders(), city, "pull")) {
            return new Pull(origin, common.folders().publications(city), lock::say)
                    .now(common.clock().instant());
        } catch (IOException e) {
            throw new JobException(
                    "%s can't be pulled from %s: %s; what was pulled before stays"
                            .formatted(city, origin, e.getMessage()),
                    e);
        }
    }

    private static boolean isOver(CountDownLatch ended, int seconds) {
        try {
            return ended.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
