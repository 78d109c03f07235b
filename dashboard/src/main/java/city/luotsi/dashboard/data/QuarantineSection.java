package city.luotsi.dashboard.data;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.snapshot.QuarantinedRecord;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.concurrent.Callable;

/** What could not be taken, and why. */
final class QuarantineSection extends Section {
    static final int SHOWN = 100;
    private static final int HASH_SHOWN = 12;

    QuarantineSection(Tables tables, Loader loader, Callable<List<QuarantinedRecord>> records) {
        tables.card(this, "quarantine");
        add(new Slot<>(loader, tables.words().wording(), records, found -> face(tables, found)));
    }

    private static Component face(Tables tables, List<QuarantinedRecord> records) {
        if (records.isEmpty()) {
            return new Paragraph(tables.words().say("data.quarantine.none"));
        }
        return tables.table(
                "quarantine",
                List.of(tables.words("file"), tables.words("feed"), tables.numbers("record"), tables.words("reason")),
                records.stream()
                        .map(record -> Tables.row(
                                Tables.text(record.file()
                                        .substring(
                                                0,
                                                Math.min(
                                                        HASH_SHOWN,
                                                        record.file().length()))),
                                Tables.text(record.source()),
                                tables.count(record.record()),
                                Tables.text(record.reason())))
                        .toList());
    }
}
