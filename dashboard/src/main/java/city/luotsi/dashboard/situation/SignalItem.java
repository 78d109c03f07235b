package city.luotsi.dashboard.situation;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.notes.Board;
import city.luotsi.dashboard.notes.Concern;
import city.luotsi.dashboard.notes.Note;
import city.luotsi.dashboard.notes.NotesOf;
import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** One story: its leading figure, how sure that is, what else moved with it, the ways on, and what people say of it. */
final class SignalItem extends ListItem {
    /** What was noted so shortly before may have to do with it. */
    private static final int DAYS_BEFORE = 14;

    private final transient SignalText text;
    private final transient Words words;

    /** @param news new to this browser */
    SignalItem(SignalText text, List<SignalText> below, boolean news, Board board, Loader loader) {
        this.text = text;
        this.words = text.words();
        addClassName("signal");
        getElement().setAttribute("data-signal", text.signal().id());
        H3 headline = new H3(new Anchor(text.link(), text.headline()));
        Div head = new Div(headline, state(news));
        head.addClassName("signal-head");
        Paragraph details = new Paragraph(String.join(" · ", text.details()));
        details.addClassName("signal-details");
        add(head, details);
        if (!below.isEmpty()) {
            add(also(below));
        }
        NotesOf answers = NotesOf.signal(board, loader, words, text.signal().id(), text.headline());
        Div foot = new Div(ways(), answers);
        foot.addClassName("signal-foot");
        add(new Slot<>(loader, words.wording(), () -> noted(board), this::face), foot);
    }

    private Span state(boolean news) {
        Span state = new Span(news ? words.say("signal.new") : text.state());
        state.addClassNames(
                "signal-state", news ? "new" : text.signal().state().name().toLowerCase(Locale.ROOT));
        return state;
    }

    private Component also(List<SignalText> below) {
        UnorderedList also = new UnorderedList();
        also.addClassName("also");
        also.getElement().setAttribute("aria-label", words.say("signal.also"));
        for (SignalText other : below) {
            boolean elsewhere = !other.place().equals(text.place());
            also.add(new ListItem(
                    new Anchor(other.link(), elsewhere ? other.headline() : words.opening(other.figure()))));
        }
        return also;
    }

    /** Where one goes from here; read out alone each says what it is about. */
    private Component ways() {
        UnorderedList ways = new UnorderedList(
                way(text.why(), words.say("why.link")), way(text.passport(), words.say("passport.of")));
        ways.addClassName("ways");
        ways.getElement().setAttribute("aria-label", words.say("signal.ways", text.place()));
        return ways;
    }

    private ListItem way(String link, String name) {
        Anchor way = new Anchor(link, name);
        way.setAriaLabel(name + " " + text.headline());
        return new ListItem(way);
    }

    /** What was noted of this slice while it began and since, answers to signals left out. */
    private List<Note> noted(Board board) throws InterruptedException {
        LocalDate from = text.period().from().minusDays(DAYS_BEFORE);
        LocalDate to = text.period().to();
        return board
                .standing(Concern.of(words.publication(), List.of(text.signal().kpi()), text.filters()))
                .stream()
                .filter(note -> !note.day().isBefore(from) && !note.day().isAfter(to))
                .toList();
    }

    private Component face(List<Note> noted) {
        Div face = new Div();
        for (Note note : noted) {
            Paragraph said = new Paragraph(words.say(
                    "signal.noted",
                    words.dates().day(note.day()),
                    note.text(),
                    note.written().name()));
            said.addClassName("noted");
            face.add(said);
        }
        return face;
    }
}
