package city.luotsi.dashboard.notes;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.loading.TileState;
import city.luotsi.dashboard.shell.Kept;
import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The notes that concern what is looked at, and a way to write one. It keeps itself up to date. */
public final class NotesOf extends Div {
    private final transient Board board;
    private final transient Loader loader;
    private final transient Words words;
    private transient Concern concern;
    private transient List<Scope> scopes;
    private final String writes;
    private final Slot<List<Note>> list;
    private final Div face = new Div();
    private final Paragraph none;
    private final Div writing = new Div();
    private final Paragraph said = new Paragraph();
    private transient Notes.@Nullable Registration registration;

    /**
     * @param concern which notes are shown
     * @param scopes what one can write about here, the usual one first
     * @param writes what the button for it says to those who listen
     */
    private NotesOf(Board board, Loader loader, Words words, Concern concern, List<Scope> scopes, String writes) {
        this.board = board;
        this.loader = loader;
        this.words = words;
        this.concern = concern;
        this.scopes = List.copyOf(scopes);
        this.writes = writes;
        addClassName("notes-of");
        list = new Slot<>(loader, words.wording(), this::told);
        none = new Paragraph(words.say("notes.none"));
        none.addClassName("note");
        said.addClassName("said");
        said.getElement().setAttribute("role", "status");
        writing.add(opener());
        add(new Div(list), said, writing);
        showList();
    }

    /** Of all that is looked at on a page. */
    static NotesOf page(Board board, Loader loader, Words words, Concern concern, List<Scope> scopes) {
        return new NotesOf(board, loader, words, concern, scopes, words.say("notes.add"));
    }

    /**
     * The answers to a signal, one of several on the page.
     *
     * @param name which one it is
     */
    public static NotesOf signal(Board board, Loader loader, Words words, String id, String name) {
        About signal = new About(About.Kind.SIGNAL, id);
        return new NotesOf(
                board,
                loader,
                words,
                Concern.of(words.publication(), signal),
                List.of(Scope.of(signal)),
                words.say("notes.answer.to", name));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI page = event.getUI();
        registration = board.notes().onChange(() -> {
            var _ = page.access(this::showList);
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (registration != null) {
            registration.end();
        }
    }

    /** What was being written about something else is given up. */
    void show(Concern other, List<Scope> about) {
        if (other.equals(concern) && about.equals(scopes)) {
            return;
        }
        concern = other;
        scopes = List.copyOf(about);
        said.setText("");
        if (writing.getChildren().anyMatch(NoteForm.class::isInstance)) {
            writing.removeAll();
            writing.add(opener());
        }
        showList();
    }

    private void showList() {
        Concern asked = concern;
        list.ask(() -> board.all().stream().filter(asked::covers).toList());
    }

    private Component told(List<Note> found) {
        List<Note> standing = found.stream().filter(note -> !note.isWithdrawn()).toList();
        List<Note> withdrawn = found.stream().filter(Note::isWithdrawn).toList();
        List<Component> parts = new ArrayList<>();
        if (!standing.isEmpty()) {
            parts.add(items(standing));
        } else if (!isAnswering()) {
            parts.add(none);
        }
        if (!withdrawn.isEmpty()) {
            NativeDetails details =
                    new NativeDetails(words.say("notes.withdrawn.all", Integer.toString(withdrawn.size())));
            details.setContent(items(withdrawn));
            parts.add(details);
        }
        Kept.only(face, parts);
        return face;
    }

    /** Of a signal: that it isn't answered yet goes without saying. */
    private boolean isAnswering() {
        return scopes.getFirst().about().containsKey(About.Kind.SIGNAL);
    }

    private UnorderedList items(List<Note> shown) {
        UnorderedList items = new UnorderedList();
        items.addClassName("note-items");
        shown.forEach(note -> items.add(new NoteItem(
                note,
                words,
                (which, name) -> keep(
                        () -> {
                            board.notes().withdraw(which, name);
                            return which;
                        },
                        "notes.said.withdrawn"))));
        return items;
    }

    private NativeButton opener() {
        NativeButton open = new NativeButton(words.say(isAnswering() ? "notes.answer" : "notes.add"), event -> open());
        open.addClassNames("button", "quiet");
        open.setAriaLabel(writes);
        return open;
    }

    private void open() {
        NoteForm form = new NoteForm(
                scopes,
                words,
                writes,
                filled -> keep(
                        () -> board.notes()
                                .write(
                                        words.publication().city(),
                                        filled.day(),
                                        filled.text(),
                                        filled.scope().about(),
                                        filled.author()),
                        "notes.said.written"),
                this::shut);
        said.setText("");
        writing.removeAll();
        writing.add(form);
        form.begin();
    }

    private void shut() {
        NativeButton open = opener();
        writing.removeAll();
        writing.add(open);
        open.focus();
    }

    /** Away from the request; what was typed stays until it is kept. */
    private void keep(Callable<Note> work, String done) {
        getUI().ifPresent(page -> {
            var _ = loader.load(
                    page,
                    work,
                    state -> {
                        switch (state) {
                            case TileState.Loading<Note> _ -> said.setText(words.say("notes.said.saving"));
                            case TileState.Loaded<Note> _ -> {
                                said.setText(words.say(done));
                                shut();
                            }
                            case TileState.Failed<Note> failed ->
                                said.setText(words.say(
                                        "notes.said.failed",
                                        failed.reason().orElseGet(() -> words.say("load.failed.log"))));
                        }
                    },
                    words.say("load.busy"));
        });
    }
}
