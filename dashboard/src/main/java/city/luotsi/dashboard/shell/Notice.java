package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Says what must be known before a page is read. */
public final class Notice extends Paragraph {

    public Notice(String text) {
        super(text);
        addClassName("notice");
        Aloud.tell(this);
    }

    /** What of an address means nothing here, so that nobody takes what is shown for what they asked for. */
    public static Notice notUnderstood(Words words, List<String> parts) {
        return new Notice(words.say("link.not-understood", String.join(", ", parts)));
    }
}
