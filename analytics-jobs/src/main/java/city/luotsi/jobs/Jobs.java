package city.luotsi.jobs;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.jobs.bench.BenchCommand;
import city.luotsi.jobs.cli.CleanCommand;
import city.luotsi.jobs.cli.IngestCommand;
import city.luotsi.jobs.cli.PinCommand;
import city.luotsi.jobs.cli.PublicationsCommand;
import city.luotsi.jobs.cli.PullCommand;
import city.luotsi.jobs.cli.RefreshCommand;
import city.luotsi.jobs.cli.RunsCommand;
import city.luotsi.jobs.cli.VerifyCommand;
import city.luotsi.jobs.cli.WatchCommand;
import city.luotsi.jobs.demo.DemoCommand;
import city.luotsi.jobs.run.JobException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line of the jobs. Exit code 0: done; 1: the run failed; 2: a wrong argument, nothing was begun. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "Files become a lake of events, the lake becomes key figures.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            IngestCommand.class,
            RefreshCommand.class,
            WatchCommand.class,
            RunsCommand.class,
            PublicationsCommand.class,
            PinCommand.class,
            PullCommand.class,
            VerifyCommand.class,
            CleanCommand.class,
            DemoCommand.class,
            BenchCommand.class
        })
public final class Jobs {
    private Jobs() {}

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Jobs())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, _) -> wrongArgument(e))
                .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    }

    private static int wrongArgument(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(e.getMessage());
        err.println("See %s --help".formatted(command.getCommandSpec().qualifiedName()));
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command) {
        PrintWriter err = command.getErr();
        boolean sentence = e instanceof JobException || e instanceof DefinitionException;
        err.println(sentence ? e.getMessage() : "the run failed: " + e);
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
