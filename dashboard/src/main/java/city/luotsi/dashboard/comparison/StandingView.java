package city.luotsi.dashboard.comparison;

import city.luotsi.dashboard.wording.Quantity;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;

/** The big number, what it is compared with, and the target; good and bad by arrow, word and colour. */
public final class StandingView extends Div {

    public StandingView(StandingText text) {
        addClassName("standing");
        add(text.quantity().map(quantity -> measure(text, quantity)).orElseGet(() -> reason(text)));
        UnorderedList changes = new UnorderedList();
        changes.addClassName("changes");
        text.changes().forEach(change -> changes.add(change(change)));
        if (changes.getComponentCount() > 0) {
            add(changes);
        }
        Div remarks = new Div();
        remarks.addClassName("remarks");
        text.standing().target().ifPresent(_ -> remarks.add(target(text)));
        text.notes().forEach(note -> {
            Paragraph line = new Paragraph(note);
            line.addClassName("note");
            remarks.add(line);
        });
        if (remarks.getComponentCount() > 0) {
            add(remarks);
        }
    }

    private static Component measure(StandingText text, Quantity quantity) {
        Div measure = new Div(number(text, quantity));
        measure.addClassName("measure");
        text.parts().ifPresent(parts -> {
            Paragraph behind = new Paragraph(parts);
            behind.addClassName("parts");
            measure.add(behind);
        });
        return measure;
    }

    private static Component number(StandingText text, Quantity quantity) {
        Span numeral = new Span(quantity.numeral());
        numeral.addClassName("numeral");
        Paragraph number = new Paragraph(numeral);
        if (!quantity.unit().isEmpty()) {
            Span unit = new Span(quantity.unit());
            unit.addClassName("unit");
            number.add(new Span(" "), unit);
        }
        number.addClassName("number");
        number.setTitle(text.exact());
        return number;
    }

    private static Component reason(StandingText text) {
        Paragraph reason = new Paragraph(text.reason());
        reason.addClassName("reason");
        return reason;
    }

    /** One comparison, as an item of a list. */
    public static ListItem change(StandingText.ChangeText change) {
        Span arrow = new Span(
                switch (change.direction()) {
                    case UP -> "▲";
                    case DOWN -> "▼";
                    case SAME -> "■";
                });
        arrow.addClassName("arrow");
        arrow.getElement().setAttribute("aria-hidden", "true");
        Span amount = new Span(change.amount());
        amount.addClassName("amount");
        Span against = new Span(change.against());
        against.addClassName("against");
        ListItem item = new ListItem(arrow, amount, new Span(" "), against);
        if (!change.verdict().isEmpty()) {
            Span verdict = new Span(change.verdict());
            verdict.addClassName("verdict");
            item.add(new Span(" "), verdict);
        }
        item.addClassNames("change", change.tone().name().toLowerCase(Locale.ROOT));
        return item;
    }

    private static Component target(StandingText text) {
        Paragraph target = new Paragraph(text.target());
        target.addClassName("target");
        text.standing().targetMet().ifPresent(met -> target.addClassName(met ? "met" : "missed"));
        return target;
    }
}
