package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.query.Figure;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.Optional;

/** The table behind a chart, one click away. */
final class Twin {
    private Twin() {}

    static Component of(Words words, DataTable table) {
        NativeDetails details = new NativeDetails(words.say("table.show"), table);
        details.addClassName("twin");
        return details;
    }

    static DataTable.Cell cell(Kpi kpi, Optional<Figure> figure, Words words) {
        return figure.map(known -> new DataTable.Cell(text(kpi, known, words), known.number()))
                .orElseGet(() -> DataTable.Cell.of("–"));
    }

    private static String text(Kpi kpi, Figure figure, Words words) {
        return figure.number()
                .map(number -> words.amounts().exact(kpi, number))
                .orElseGet(() -> words.figure(kpi, figure));
    }
}
