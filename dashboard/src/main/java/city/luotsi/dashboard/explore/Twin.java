package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.query.Figure;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table behind a chart, one click away; made when it is first looked at. */
final class Twin extends NativeDetails {
    private final transient Steps steps;
    private final Of chart;
    private final Span which = new Span();
    private transient @Nullable Supplier<? extends Component> table;

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

    Twin(Of chart, Words words, Steps steps) {
        this.chart = chart;
        this.steps = steps;
        addClassName("twin");
        // the eye sees which chart it belongs to; those who listen are told
        which.addClassName("told");
        setSummary(new Span(new Text(words.say("table.show")), which));
        addToggleListener(event -> {
            steps.showTable(chart, event.isOpened());
            if (event.isOpened()) {
                fill();
            }
        });
    }

    /**
     * Of what the chart shows now.
     *
     * @param title of the chart, so that its name makes sense alone
     */
    Twin show(String title, Supplier<? extends Component> rows) {
        which.setText(": " + title);
        table = rows;
        boolean open = steps.exploration().tables().contains(chart);
        setOpen(open);
        if (open) {
            fill();
        } else {
            Optional.ofNullable(getContent()).ifPresent(Component::removeFromParent);
        }
        return this;
    }

    private void fill() {
        Supplier<? extends Component> rows = table;
        if (rows != null) {
            table = null;
            setContent(rows.get());
        }
    }

    /** What a share was divided from has columns of its own; anything else has none. */
    static List<DataTable.Column> partColumns(Kpi kpi, Words words) {
        return kpi.unit() == Unit.PERCENT
                ? List.of(
                        new DataTable.Column(words.say("passport.numerator"), DataTable.Order.NUMBERS),
                        new DataTable.Column(words.say("passport.denominator"), DataTable.Order.NUMBERS))
                : List.of();
    }

    /** As many as {@link #partColumns}. */
    static List<DataTable.Cell> partCells(Kpi kpi, Figure figure, Words words) {
        if (kpi.unit() != Unit.PERCENT) {
            return List.of();
        }
        Optional<Figure.Parts> parts = figure instanceof Figure.Known known ? known.parts() : Optional.empty();
        return Stream.of(parts.map(Figure.Parts::numerator), parts.map(Figure.Parts::denominator))
                .map(count -> count.map(
                                number -> new DataTable.Cell(words.amounts().number(number, 0), Optional.of(number)))
                        .orElseGet(() -> DataTable.Cell.of("–")))
                .toList();
    }

    static DataTable.Cell cell(Kpi kpi, Optional<Figure> figure, Words words) {
        return figure.map(known -> new DataTable.Cell(words.inColumn(kpi, known), known.number()))
                .orElseGet(() -> DataTable.Cell.of("–"));
    }
}
