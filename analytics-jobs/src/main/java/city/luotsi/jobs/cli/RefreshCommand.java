package city.luotsi.jobs.cli;

import city.luotsi.jobs.publish.Refresh;
import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "refresh",
        mixinStandardHelpOptions = true,
        description = "Computes a city's key figures from its lake and publishes them.")
public final class RefreshCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        String city = common.city();
        common.run("refresh", run -> {
            Refresh.Published published = publish(city);
            published.notes().forEach(run::note);
            String sentence = "publication %d of %s: %,d events in %,d cells, complete through %s"
                    .formatted(
                            published.number(),
                            city,
                            published.events(),
                            published.cells(),
                            published.completeThrough());
            run.note(sentence);
            published.notes().forEach(common.progress()::say);
            common.progress().say(sentence);
        });
        return 0;
    }

    private Refresh.Published publish(String city) {
        try {
            return new Refresh(
                            common.spark(),
                            common.folders().data(),
                            common.definitions(),
                            common.clock(),
                            common.progress()::stage)
                    .run(city);
        } catch (IllegalStateException e) {
            // what the refresh refuses is a sentence already
            throw new JobException(String.valueOf(e.getMessage()), e);
        } catch (IOException | SQLException e) {
            throw new JobException("the publication of %s could not be made: %s".formatted(city, e.getMessage()), e);
        }
    }
}
