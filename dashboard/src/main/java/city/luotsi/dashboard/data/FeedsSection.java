package city.luotsi.dashboard.data;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.snapshot.JobRun;
import city.luotsi.figures.query.Feed;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What comes in: how far each feed goes, and what became of the records of its last file. */
final class FeedsSection extends Section {

    FeedsSection(Tables tables, Loader loader, Callable<List<JobRun>> runs) {
        tables.card(this, "feeds");
        add(new Slot<>(loader, tables.words().wording(), runs, done -> table(tables, done)));
    }

    private static DataTable table(Tables tables, List<JobRun> runs) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (Feed feed : tables.words().publication().feeds()) {
            Optional<JobRun.FileRead> last = last(feed, runs);
            rows.add(Tables.row(
                    Tables.text(feed.feed()),
                    tables.count(feed.events()),
                    tables.day(feed.firstDay()),
                    tables.day(feed.completeThrough()),
                    Tables.text(last.map(JobRun.FileRead::name).orElse("–")),
                    count(tables, last.map(JobRun.FileRead::read)),
                    count(tables, last.map(JobRun.FileRead::inserted)),
                    count(tables, last.map(JobRun.FileRead::updated)),
                    count(tables, last.map(JobRun.FileRead::unchanged)),
                    count(tables, last.map(JobRun.FileRead::superseded)),
                    count(tables, last.map(JobRun.FileRead::quarantined))));
        }
        return tables.table(
                "feeds",
                List.of(
                        tables.words("feed"),
                        tables.numbers("events"),
                        tables.times("first-day"),
                        tables.times("complete-through"),
                        tables.words("last-file"),
                        tables.numbers("read"),
                        tables.numbers("inserted"),
                        tables.numbers("updated"),
                        tables.numbers("unchanged"),
                        tables.numbers("superseded"),
                        tables.numbers("quarantined")),
                rows);
    }

    /** Runs know a file by the definition that read it; several feeds may have come by one. */
    private static Optional<JobRun.FileRead> last(Feed feed, List<JobRun> runs) {
        return runs.stream()
                .flatMap(run -> run.files().reversed().stream())
                .filter(file -> file.source().equals(feed.source()))
                .findFirst();
    }

    private static DataTable.Cell count(Tables tables, Optional<Long> number) {
        return number.map(tables::count).orElseGet(() -> Tables.text("–"));
    }
}
