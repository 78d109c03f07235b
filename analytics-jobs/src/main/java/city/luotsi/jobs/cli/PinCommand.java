package city.luotsi.jobs.cli;

import city.luotsi.jobs.publish.Publications;
import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        description = "Keeps a publication whatever its age, so that it can be reopened as it was.")
public final class PinCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--release", description = "Let it go with the others of its age again.")
    private boolean release;

    @Parameters(paramLabel = "NUMBER", description = "As 'jobs publications' lists it.")
    private long number;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        String city = common.city();
        try {
            Publications.of(common.folders(), city).pin(number, !release);
        } catch (IOException e) {
            throw new JobException("publication %d can't be pinned: %s".formatted(number, e.getMessage()), e);
        }
        PrintWriter out = command.commandLine().getOut();
        out.println("publication %d of %s %s".formatted(number, city, release ? "is no longer pinned" : "is pinned"));
        out.flush();
        return 0;
    }
}
