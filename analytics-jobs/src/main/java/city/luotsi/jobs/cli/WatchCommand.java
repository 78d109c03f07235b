package city.luotsi.jobs.cli;

import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.lake.Ingest;
import city.luotsi.jobs.lake.Lake;
import city.luotsi.jobs.run.FileCounts;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.RunReports;
import city.luotsi.jobs.source.Feeds;
import city.luotsi.jobs.source.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Takes files into a city's lake as they land in a folder, and publishes after each round. Ctrl-C ends it.",
            "A file that can't be taken is moved to rejected/ in that folder, beside the reason; the others go on."
        })
public final class WatchCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--inbox", paramLabel = "DIR", required = true, description = "The folder; made if it isn't there.")
    private Path inbox = Path.of("inbox");

    @Option(names = "--feed", paramLabel = "NAME", description = "How to read the files; see jobs ingest.")
    private Optional<String> feed = Optional.empty();

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "How often to look; a file is taken once it is the same twice. ${DEFAULT-VALUE} if not said.")
    private int seconds;

    @Override
    public Integer call() {
        if (seconds < 1) {
            throw common.wrong(new JobException("--every takes a number of seconds from 1, was " + seconds));
        }
        String city = common.city();
        try {
            Files.createDirectories(inbox);
        } catch (IOException e) {
            throw common.wrong(new JobException("--inbox %s can't be made: %s".formatted(inbox, e.getMessage()), e));
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
        return common.ending(() -> {
            watch(city, ended);
            return 0;
        });
    }

    private void watch(String city, CountDownLatch ended) {
        Watch watch = new Watch(
                new Inbox(inbox),
                new RunReports(common.folders().runs(city)),
                common.clock(),
                work(city),
                new Lake(common.spark(), common.folders().lake(city)).exists(),
                common.progress()::say);
        common.progress().say("watching %s for files of %s".formatted(inbox, city));
        do {
            watch.look();
            common.progress().stage("watching " + inbox);
        } while (!isOver(ended));
    }

    private boolean isOver(CountDownLatch ended) {
        try {
            return ended.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Watch.Work work(String city) {
        Feeds feeds = new Feeds(common.definitions());
        Ingest ingest = new Ingest(common.spark(), common.folders(), common.definitions(), city, common.progress());
        return new Watch.Work() {
            @Override
            public FileCounts take(Path file) {
                var pack = new CityPacks(common.definitions()).read(JobFolders.packOf(city));
                List<FileCounts> counts = new ArrayList<>();
                ingest.files(List.of(feeds.recognise(file, feed, pack)), counts::add);
                return counts.getFirst();
            }

            @Override
            public String publish() {
                return RefreshCommand.publish(common, city).sentence();
            }
        };
    }
}
