package city.luotsi.dashboard.notes;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;

/** The notes of a page, as a part of it. */
public final class NotesSection extends Section {
    private final NotesOf page;

    public NotesSection(Notes notes, Loader loader, Words words, Concern concern, List<Scope> scopes) {
        addClassNames("card", "notes");
        Board board = new Board(notes, words.publication().city());
        page = NotesOf.page(board, loader, words, concern, scopes);
        add(new H2(words.say("notes.title")), page);
    }

    /** Of something else that is looked at now. */
    public void show(Concern concern, List<Scope> scopes) {
        page.show(concern, scopes);
    }
}
