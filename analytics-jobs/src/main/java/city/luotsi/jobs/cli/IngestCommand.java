package city.luotsi.jobs.cli;

import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.lake.Ingest;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Run;
import city.luotsi.jobs.source.Feeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Takes files into a city's lake.",
            "A file may be taken in any number of times, and files in any order: the lake depends on the set of them."
        })
public final class IngestCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--feed",
            paramLabel = "NAME",
            description =
                    "How to read the files: a file under sql/source. Needed only where several of the city's feeds fit.")
    private Optional<String> feed = Optional.empty();

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "Of a folder, the files that a feed fits.")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() {
        String city = common.city();
        Feeds feeds = new Feeds(common.definitions());
        CityPack pack = new CityPacks(common.definitions()).read(JobFolders.packOf(city));
        try {
            feed.ifPresent(feeds::named);
        } catch (JobException e) {
            throw common.wrong(e);
        }
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw common.wrong(new JobException("there is no file or folder %s".formatted(path)));
            }
        }
        common.run("ingest", run -> {
            // every file is looked at before the first is taken in
            List<Feeds.Candidate> candidates = candidates(feeds, pack, run);
            new Ingest(common.spark(), common.folders(), common.definitions(), city, common.clock(), common.progress())
                    .files(candidates, counts -> {
                        run.file(counts);
                        common.progress().say(counts.sentence());
                    });
        });
        return 0;
    }

    private List<Feeds.Candidate> candidates(Feeds feeds, CityPack pack, Run run) {
        List<Feeds.Candidate> candidates = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                candidates.add(feeds.recognise(path, feed, pack));
                continue;
            }
            List<Path> files = filesOf(path);
            if (files.isEmpty()) {
                throw new JobException(
                        "there is no file in the folder %s (folders in it are not looked into)".formatted(path));
            }
            for (Path file : files) {
                try {
                    candidates.add(feeds.recognise(file, feed, pack));
                } catch (JobException e) {
                    run.note("left out: " + e.getMessage());
                    common.progress().say("left out: " + e.getMessage());
                }
            }
        }
        if (candidates.isEmpty()) {
            throw new JobException(
                    "no file of %s fits a feed of %s; name a feed with --feed".formatted(paths, pack.id()));
        }
        return candidates;
    }

    private static List<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new JobException("%s can't be read: %s; check its permissions".formatted(folder, e.getMessage()), e);
        }
    }
}
