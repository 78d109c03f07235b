package city.luotsi.dashboard.notes;

import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Consumer;

/** What happened, when, to what, and who says so. */
final class NoteForm extends Div {

    /** What was filled in. */
    record Filled(Scope scope, LocalDate day, String text, String author) {}

    private final transient LocalDate today;
    private final Select<Scope> about = new Select<>();
    private final Input day = new Input();
    private final TextArea text = new TextArea();
    private final Author author;

    /**
     * @param scopes what it can be about, the usual one first
     * @param name what it says of itself to those who listen
     */
    NoteForm(List<Scope> scopes, Words words, String name, Consumer<Filled> save, Runnable cancel) {
        this.today = LocalDate.now(words.publication().zone());
        this.author = new Author(words);
        addClassName("note-form");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", name);
        about.setLabel(words.say("notes.about"));
        about.setItems(scopes);
        about.setItemLabelGenerator(scope -> scope.name(words));
        about.setValue(scopes.getFirst());
        about.setVisible(scopes.size() > 1);
        text.setLabel(words.say("notes.text"));
        text.setMaxLength(Note.LONGEST);
        text.setRequiredIndicatorVisible(true);
        text.setErrorMessage(words.say("notes.text.missing"));
        NativeButton done = new NativeButton(words.say("notes.save"), event -> {
            text.setInvalid(text.getValue().isBlank());
            if (text.isInvalid()) {
                text.focus();
            } else if (author.isThere()) {
                author.remember();
                save.accept(new Filled(about.getValue(), day(), text.getValue(), author.getValue()));
            }
        });
        done.addClassName("button");
        NativeButton back = new NativeButton(words.say("notes.cancel"), event -> cancel.run());
        back.addClassNames("button", "quiet");
        Div buttons = new Div(done, back);
        buttons.addClassName("buttons");
        add(about, dayField(words), text, author, buttons);
    }

    private Div dayField(Words words) {
        day.setType("date");
        day.setValue(today.toString());
        day.setId("note-day-" + System.identityHashCode(this));
        day.getElement().setAttribute("max", today.plusYears(1).toString());
        NativeLabel label = new NativeLabel(words.say("notes.day"));
        label.setFor(day);
        Div field = new Div(label, day);
        field.addClassName("day-field");
        return field;
    }

    /** A field that was emptied means today. */
    private LocalDate day() {
        try {
            return LocalDate.parse(day.getValue());
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    void begin() {
        text.focus();
    }
}
