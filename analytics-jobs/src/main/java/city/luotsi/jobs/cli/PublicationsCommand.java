package city.luotsi.jobs.cli;

import city.luotsi.jobs.publish.Publications;
import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "publications",
        mixinStandardHelpOptions = true,
        description = "Lists what was published of a city and is still there, the newest first.")
public final class PublicationsCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final String COLUMNS = "%8s  %-20s  %-16s  %12s  %12s  %s%n";

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        String city = common.city();
        PrintWriter out = command.commandLine().getOut();
        Publications publications = Publications.of(common.folders(), city);
        try {
            List<Publications.Entry> entries = publications.entries().reversed();
            Set<Long> pinned = publications.pinned();
            if (entries.isEmpty()) {
                out.println("Nothing of %s is published in %s yet."
                        .formatted(city, common.folders().described()));
            } else {
                out.printf(COLUMNS, "number", "published", "complete through", "lake version", "cells", "");
            }
            for (Publications.Entry entry : entries) {
                out.printf(
                        Locale.ROOT,
                        COLUMNS,
                        entry.number(),
                        TIME.format(entry.createdAt()),
                        entry.completeThrough(),
                        entry.lakeVersion(),
                        "%,d".formatted(entry.cells()),
                        pinned.contains(entry.number()) ? "pinned" : "");
            }
        } catch (IOException e) {
            throw new JobException("the publications of %s can't be read: %s".formatted(city, e.getMessage()), e);
        }
        out.flush();
        return 0;
    }
}
