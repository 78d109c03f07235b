package city.luotsi.dashboard.scorecard;

import city.luotsi.dashboard.loading.TileState;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.stream.Stream;

/** The lines as numbers: thirteen months of every figure. Not to be sorted: the rows have nothing to be compared by. */
final class MonthsSection extends Section {
    private final transient Words words;
    private final transient Card card;
    private final Div frame = new Div();

    MonthsSection(Words words, Card card) {
        this.words = words;
        this.card = card;
        addClassNames("card", "months");
        Paragraph hint = new Paragraph(words.say("scorecard.months.hint"));
        hint.addClassName("note");
        frame.addClassName("table-frame");
        frame.getElement().setAttribute("tabindex", "0");
        frame.getElement().setAttribute("role", "region");
        frame.getElement().setAttribute("aria-label", words.say("scorecard.months"));
        add(new H2(words.say("scorecard.months")), hint, frame);
    }

    /** @param rows what became of each, in the order of the headline */
    void heard(List<TileState<Score>> rows) {
        List<Period> months = Stream.iterate(card.month(), Period::previous)
                .limit(Score.SHOWN)
                .toList()
                .reversed();
        NativeTable table = new NativeTable();
        table.addClassName("figures");
        table.setCaptionText(words.say("scorecard.months"));
        NativeTableRow head = table.getHead().addRow();
        head.add(header(words.say("data.column.kpi"), "col"));
        months.forEach(month -> {
            NativeTableHeaderCell header = header(words.dates().tick(month), "col");
            header.addClassName("numeric");
            head.add(header);
        });
        for (TileState<Score> row : rows) {
            if (row instanceof TileState.Loaded<Score>(Score score)) {
                table.getBody().addRow().add(cells(score, months));
            }
        }
        frame.removeAll();
        frame.add(table);
    }

    private List<com.vaadin.flow.component.Component> cells(Score score, List<Period> months) {
        ScoreText text = new ScoreText(score, words);
        Kpi kpi = score.kpi();
        NativeTableHeaderCell name = header("", "row");
        name.add(new Anchor(card.link(kpi.name()), words.text(kpi.title())));
        List<com.vaadin.flow.component.Component> cells = new java.util.ArrayList<>(List.of(name));
        for (Period month : months) {
            NativeTableCell cell = new NativeTableCell(text.inMonth(score.in(month)));
            cell.addClassName("numeric");
            cells.add(cell);
        }
        return cells;
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        NativeTableHeaderCell header = new NativeTableHeaderCell(text);
        header.getElement().setAttribute("scope", scope);
        return header;
    }
}
