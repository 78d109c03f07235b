package city.luotsi.dashboard.situation;

import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;

/** One story: its leading figure, how sure that is, what else moved with it, and the way on. */
final class SignalItem extends ListItem {

    /** @param news new to this browser */
    SignalItem(SignalText text, List<SignalText> below, boolean news) {
        Words words = text.words();
        addClassName("signal");
        getElement().setAttribute("data-signal", text.signal().id());
        H3 headline = new H3(new Anchor(text.link(), text.headline()));
        Div head = new Div(headline, state(text, news));
        head.addClassName("signal-head");
        Paragraph details = new Paragraph(String.join(" · ", text.details()));
        details.addClassName("signal-details");
        add(head, details);
        if (!below.isEmpty()) {
            UnorderedList also = new UnorderedList();
            also.addClassName("also");
            also.getElement().setAttribute("aria-label", words.say("signal.also"));
            for (SignalText other : below) {
                boolean elsewhere = !other.place().equals(text.place());
                also.add(new ListItem(
                        new Anchor(other.link(), elsewhere ? other.headline() : words.opening(other.figure()))));
            }
            add(also);
        }
    }

    private static Span state(SignalText text, boolean news) {
        Span state = new Span(news ? text.words().say("signal.new") : text.state());
        state.addClassNames(
                "signal-state", news ? "new" : text.signal().state().name().toLowerCase(Locale.ROOT));
        return state;
    }
}
