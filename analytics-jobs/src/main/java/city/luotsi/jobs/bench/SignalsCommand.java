package city.luotsi.jobs.bench;

import city.luotsi.jobs.cli.CommonOptions;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Spark;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How well signals are found: planted stories, and cities in which nothing happens. */
@Command(
        name = "signals",
        mixinStandardHelpOptions = true,
        description = {
            "Makes demonstration cities of several seeds, with stories and without, and looks back at the last twelve months of"
                    + " each, week by week, for what would have been told.",
            "Prints recall, precision, delay and false alarms a month; leaves nothing in the folder of --data."
        })
final class SignalsCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "1M",
            converter = EventCount.class,
            description =
                    "How many in each city, of three years; ${DEFAULT-VALUE} if not said. A million takes some six minutes a city.")
    private long events;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many cities of each kind; ${DEFAULT-VALUE} if not said.")
    private int seeds;

    @Option(
            names = "--from-seed",
            paramLabel = "N",
            defaultValue = "2001",
            description = "The first seed; nothing was tuned on those from ${DEFAULT-VALUE} on.")
    private long first;

    @Override
    public Integer call() {
        if (seeds < 1 || events < 1) {
            throw common.wrong(new JobException("--seeds and --events must be at least 1"));
        }
        String city = common.demonstrationCity();
        Path data = common.folders().data();
        return common.ending(() -> {
            List<SignalTrial.Outcome> outcomes = new ArrayList<>();
            try {
                for (long seed = first; seed < first + seeds; seed++) {
                    for (boolean stories : List.of(true, false)) {
                        Path folder = data.resolve("bench-signals");
                        Spark.delete(folder);
                        SignalTrial trial =
                                new SignalTrial(new JobFolders(folder), common.definitions(), city, common.progress());
                        SignalTrial.Outcome outcome = trial.of(seed, events, stories, common::spark);
                        outcomes.add(outcome);
                        common.progress().say(outcome.sentence());
                        Spark.delete(folder);
                    }
                }
            } catch (IOException | SQLException e) {
                throw new JobException("the benchmark in %s failed: %s".formatted(data, e.getMessage()), e);
            }
            common.progress().say(new SignalsReport(outcomes).table());
            return 0;
        });
    }
}
