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

@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a demonstration city in, adds up its whole cube, then one day more, and publishes; DuckDB adds up the same"
                    + " cube from the same files.",
            "Prints one table and writes pipeline.json into the folder of --data, which is left with that alone in it."
        })
final class PipelineCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--events",
            paramLabel = "N[,N…]",
            split = ",",
            defaultValue = "1M",
            converter = EventCount.class,
            description = "How many, such as 500k or 1M,10M,30M; ${DEFAULT-VALUE} if not said.")
    private List<Long> events = new ArrayList<>();

    @Option(
            names = "--builds",
            paramLabel = "N",
            defaultValue = "3",
            description =
                    "How often the whole cube is added up, by either: medians are told. ${DEFAULT-VALUE} if not said.")
    private int builds;

    @Override
    public Integer call() {
        if (builds < 1 || events.stream().anyMatch(count -> count < 1)) {
            throw common.wrong(new JobException("--events and --builds must be at least 1"));
        }
        String city = common.demonstrationCity();
        Path data = common.folders().data();
        return common.ending(() -> {
            try {
                List<Measured> sizes = new ArrayList<>();
                for (long count : events.stream().sorted().toList()) {
                    Path folder = data.resolve("bench-" + count);
                    Spark.delete(folder);
                    PipelineBench bench =
                            new PipelineBench(new JobFolders(folder), common.definitions(), city, common.progress());
                    sizes.add(bench.measure(count, builds, common::spark));
                    Spark.delete(folder);
                }
                BenchReport report = new BenchReport(sizes);
                report.write(data.resolve("pipeline.json"));
                common.progress().say(report.table());
            } catch (IOException | SQLException e) {
                throw new JobException("the benchmark in %s failed: %s".formatted(data, e.getMessage()), e);
            }
            return 0;
        });
    }
}
