package city.luotsi.dashboard.notes;

import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.BiConsumer;

/** One note: its day, what it says of what, who wrote it and when; or who withdrew it. */
final class NoteItem extends ListItem {
    private final transient Note note;
    private final transient Words words;
    private final Div end = new Div();

    /** @param withdraw the note, by whom */
    NoteItem(Note note, Words words, BiConsumer<Note, String> withdraw) {
        this.note = note;
        this.words = words;
        addClassName("note-item");
        setClassName("withdrawn", note.isWithdrawn());
        Span day = new Span(words.dates().day(note.day()));
        day.addClassName("day");
        Span about = new Span(new Scope(note.about()).name(words));
        about.addClassName("about");
        Paragraph head = new Paragraph(day, new Span(" "), about);
        Paragraph text = new Paragraph(note.text());
        text.addClassName("text");
        end.addClassName("end");
        add(head, text, end);
        signed(withdraw);
    }

    private void signed(BiConsumer<Note, String> withdraw) {
        Span written = new Span(words.say(
                "notes.written", note.written().name(), time(note.written().at())));
        end.removeAll();
        end.add(written);
        note.withdrawn()
                .ifPresentOrElse(
                        by -> end.add(
                                new Span(" · "), new Span(words.say("notes.withdrawn", by.name(), time(by.at())))),
                        () -> {
                            NativeButton ask =
                                    new NativeButton(words.say("notes.withdraw"), event -> confirm(withdraw));
                            ask.addClassName("link-button");
                            ask.setAriaLabel(words.say(
                                    "notes.withdraw.this", words.dates().day(note.day())));
                            end.add(ask);
                        });
    }

    /** Asked once more, with a name: what is withdrawn is kept with who withdrew it. */
    private void confirm(BiConsumer<Note, String> withdraw) {
        Author author = new Author(words);
        NativeButton yes = new NativeButton(words.say("notes.withdraw.yes"), event -> {
            if (author.isThere()) {
                author.remember();
                withdraw.accept(note, author.getValue());
            }
        });
        yes.addClassName("button");
        NativeButton no = new NativeButton(words.say("notes.withdraw.no"), event -> signed(withdraw));
        no.addClassNames("button", "quiet");
        Div buttons = new Div(yes, no);
        buttons.addClassName("buttons");
        end.removeAll();
        end.add(author, buttons);
        author.focus();
    }

    /** In the city's time. */
    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.wording().locale())
                .format(at.atZone(words.publication().zone()));
    }
}
