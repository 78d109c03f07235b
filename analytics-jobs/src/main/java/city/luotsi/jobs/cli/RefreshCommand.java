package city.luotsi.jobs.cli;

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
            Refresh.Published published =
                    whole ? refusals(city, () -> refresh(common).rebuild(city)) : publish(common, city);
            published.notes().forEach(run::note);
            published.notes().forEach(common.progress()::say);
            tell(run, published.sentence());
            if (verify) {
                Optional<String> difference =
                        refusals(city, () -> refresh(common).verify(city));
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

    static Refresh.Published publish(CommonOptions common, String city) {
        return refusals(city, () -> refresh(common).run(city));
    }

    private static Refresh refresh(CommonOptions common) {
        return new Refresh(
                common.spark(), common.folders(), common.definitions(), common.clock(), common.progress()::stage);
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
            throw new JobException(
                    "the publication of %s could not be made: %s; what was published before stays"
                            .formatted(city, e.getMessage()),
                    e);
        }
    }
}
