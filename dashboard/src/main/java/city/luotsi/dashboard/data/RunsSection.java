package city.luotsi.dashboard.data;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.shell.UnderWay;
import city.luotsi.dashboard.snapshot.JobRun;
import com.vaadin.flow.component.html.Section;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What the jobs did of late. */
final class RunsSection extends Section {
    static final int SHOWN = 30;

    RunsSection(Tables tables, Loader loader, UnderWay now, Callable<List<JobRun>> runs) {
        tables.card(this, "runs");
        add(now, new Slot<>(loader, tables.words().wording(), runs, done -> table(tables, done)));
    }

    private static DataTable table(Tables tables, List<JobRun> runs) {
        return tables.table(
                "runs",
                List.of(
                        tables.times("started"),
                        tables.words("verb"),
                        tables.words("result"),
                        tables.numbers("seconds"),
                        tables.words("said")),
                runs.stream().map(run -> row(tables, run)).toList());
    }

    private static DataTable.Row row(Tables tables, JobRun run) {
        double seconds = run.duration().toMillis() / 1000.0;
        NumberFormat number =
                NumberFormat.getNumberInstance(tables.words().wording().locale());
        number.setMaximumFractionDigits(1);
        return Tables.row(
                tables.time(run.started()),
                Tables.text(run.verb()),
                Tables.text(tables.words().say(run.succeeded() ? "data.outcome.succeeded" : "data.outcome.failed")),
                new DataTable.Cell(number.format(seconds), Optional.of(seconds)),
                Tables.text(said(run)));
    }

    private static String said(JobRun run) {
        String files = String.join(
                ", ", run.files().stream().map(JobRun.FileRead::name).toList());
        String notes = String.join("; ", run.notes());
        return String.join(
                " · ",
                java.util.stream.Stream.of(run.message(), files, notes)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
