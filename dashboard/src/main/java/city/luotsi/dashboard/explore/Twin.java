package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.query.Figure;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The table behind a chart, one click away; made when it is first looked at. */
final class Twin extends NativeDetails {
    private final transient Supplier<DataTable> table;
    private boolean filled;

    /** Which chart it is the twin of. */
    enum Of {
        TREND,
        BREAKDOWN,
        WHY;

        /** As an address spells it. */
        String named() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Set<Of> read(Collection<String> names) {
            return Arrays.stream(values())
                    .filter(chart -> names.contains(chart.named()))
                    .collect(Collectors.toSet());
        }
    }

    Twin(Of chart, Words words, Steps steps, Supplier<DataTable> table) {
        super(words.say("table.show"));
        this.table = table;
        addClassName("twin");
        if (steps.exploration().tables().contains(chart)) {
            fill();
            setOpen(true);
        }
        addToggleListener(event -> {
            steps.showTable(chart, event.isOpened());
            if (event.isOpened()) {
                fill();
            }
        });
    }

    private void fill() {
        if (!filled) {
            setContent(table.get());
            filled = true;
        }
    }

    static DataTable.Cell cell(Kpi kpi, Optional<Figure> figure, Words words) {
        return figure.map(known -> new DataTable.Cell(words.inColumn(kpi, known), known.number()))
                .orElseGet(() -> DataTable.Cell.of("–"));
    }
}
