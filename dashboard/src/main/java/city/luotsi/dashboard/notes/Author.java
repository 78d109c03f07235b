package city.luotsi.dashboard.notes;

import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.textfield.TextField;

/** Who writes: a name that is typed, and remembered by the browser. There is no sign-in yet, and it says so. */
final class Author extends TextField {
    private final transient Words words;

    Author(Words words) {
        this.words = words;
        setLabel(words.say("notes.author"));
        setHelperText(words.say("notes.author.hint"));
        setMaxLength(Note.Signature.LONGEST);
        setRequiredIndicatorVisible(true);
        getElement().setAttribute("autocomplete", "name");
        addAttachListener(event -> getElement()
                .executeJs("try { return localStorage.getItem('luotsi-author') ?? '' } catch { return '' }")
                .then(String.class, name -> {
                    if (isEmpty()) {
                        setValue(name);
                    }
                }));
    }

    /** Whether a name is there; says so where there is none. */
    boolean isThere() {
        boolean there = !getValue().isBlank();
        setErrorMessage(words.say("notes.author.missing"));
        setInvalid(!there);
        if (!there) {
            focus();
        }
        return there;
    }

    void remember() {
        getElement()
                .executeJs(
                        "try { localStorage.setItem('luotsi-author', $0) } catch { /* not kept, then */ }", getValue());
    }
}
