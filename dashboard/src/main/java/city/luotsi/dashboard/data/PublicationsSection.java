package city.luotsi.dashboard.data;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.snapshot.Announced;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What was published, each to be opened as it was. */
final class PublicationsSection extends Section {
    static final int SHOWN = 50;

    PublicationsSection(Tables tables, Loader loader, Callable<List<Announced>> publications) {
        tables.card(this, "publications");
        add(new Slot<>(loader, tables.words().wording(), publications, found -> table(tables, found)));
    }

    private static DataTable table(Tables tables, List<Announced> publications) {
        return tables.table(
                "publications",
                List.of(tables.numbers("publication"), tables.times("published"), tables.times("complete")),
                publications.stream()
                        .map(publication -> new DataTable.Row(
                                new DataTable.Cell(
                                        tables.words().say("publication.named", Long.toString(publication.number())),
                                        Optional.of((double) publication.number())),
                                Optional.of(Places.overview(publication.place())),
                                List.of(
                                        tables.time(publication.createdAt()),
                                        tables.day(publication.completeThrough()))))
                        .toList());
    }
}
