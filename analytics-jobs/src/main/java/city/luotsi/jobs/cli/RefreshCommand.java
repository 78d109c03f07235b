package city.luotsi.jobs.cli;

import city.luotsi.jobs.cube.Cubes;
import city.luotsi.jobs.publish.Refresh;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.Run;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "refresh",
        mixinStandardHelpOptions = true,
        description = "Computes a city's key figures from its lake and publishes them.")
public final class RefreshCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--whole", description = "Add up all of the lake, not only what changed since the last refresh.")
    private boolean whole;

    @Option(
            names = "--verify",
            description =
                    "Publish, then add up all of the lake as well: the figures must be the same, or the run fails.")
    private boolean verify;

    @Override
    public Integer call() {
        String city = common.city();
        common.run("refresh", run -> {
            Refresh refresh = new Refresh(
                    common.spark(), common.folders(), common.definitions(), common.clock(), common.progress()::stage);
            Refresh.Published published =
                    refusals(city, () -> refresh.run(city, whole ? Cubes.Way.WHOLE : Cubes.Way.INCREMENT));
            published.notes().forEach(run::note);
            tell(run, sentence(city, published));
            if (verify) {
                Optional<String> difference = refusals(city, () -> refresh.verify(city));
                if (difference.isPresent()) {
                    throw new JobException(
                            "the figures of %s that came about step by step are not those of all of the lake: %s. Run 'jobs refresh --whole --city %s' to publish the latter, and report this"
                                    .formatted(city, difference.get(), city));
                }
                tell(run, "verified: adding up all of the lake gives the same figures");
            }
        });
        return 0;
    }

    private void tell(Run run, String sentence) {
        run.note(sentence);
        common.progress().say(sentence);
    }

    private static String sentence(String city, Refresh.Published published) {
        return "publication %d of %s%s: %,d events in %,d cells, complete through %s"
                .formatted(
                        published.number(),
                        city,
                        published.isNew() ? "" : " is still the newest, nothing has changed since",
                        published.events(),
                        published.cells(),
                        published.completeThrough());
    }

    private interface Work<T> {
        T done() throws IOException, SQLException;
    }

    private static <T> T refusals(String city, Work<T> work) {
        try {
            return work.done();
        } catch (IllegalStateException e) {
            // what the refresh refuses is a sentence already
            throw new JobException(String.valueOf(e.getMessage()), e);
        } catch (IOException | SQLException e) {
            throw new JobException("the publication of %s could not be made: %s".formatted(city, e.getMessage()), e);
        }
    }
}
