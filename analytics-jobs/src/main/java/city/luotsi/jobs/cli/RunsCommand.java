package city.luotsi.jobs.cli;

import city.luotsi.jobs.run.FileCounts;
import city.luotsi.jobs.run.RunReport;
import city.luotsi.jobs.run.RunReports;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Shows a city's runs, the newest first: what became of every record read.")
public final class RunsCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final String COLUMNS = "  %-44s %12s %12s %10s %10s %10s %11s";

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many; ${DEFAULT-VALUE} if not said.")
    private int last;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        String city = common.city();
        PrintWriter out = command.commandLine().getOut();
        List<RunReport> reports = new RunReports(common.folders().runs(city)).last(last);
        if (reports.isEmpty()) {
            out.println(
                    "No runs of %s in %s yet.".formatted(city, common.folders().data()));
        }
        reports.forEach(report -> print(report, out));
        out.flush();
        return 0;
    }

    private static void print(RunReport report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s  %s  %s  %.1f s%n",
                TIME.format(report.started()),
                report.verb(),
                report.outcome().name().toLowerCase(Locale.ROOT),
                report.duration().toMillis() / 1000.0);
        if (!report.message().isEmpty()) {
            out.println("  " + report.message());
        }
        if (!report.files().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    COLUMNS + "%n",
                    "file",
                    "read",
                    "inserted",
                    "updated",
                    "unchanged",
                    "superseded",
                    "quarantined");
        }
        report.files().forEach(file -> print(file, out));
        report.notes().forEach(note -> out.println("  " + note));
    }

    private static void print(FileCounts file, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                COLUMNS + "%n",
                file.name(),
                number(file.read()),
                number(file.inserted()),
                number(file.updated()),
                number(file.unchanged()),
                number(file.superseded()),
                number(file.quarantined()));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
