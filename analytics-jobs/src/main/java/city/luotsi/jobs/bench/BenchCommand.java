package city.luotsi.jobs.bench;

import picocli.CommandLine.Command;

@Command(
        name = "bench",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Measures how fast the jobs are on this machine.",
        synopsisSubcommandLabel = "WHAT",
        subcommands = {PipelineCommand.class, SignalsCommand.class})
public final class BenchCommand {}
