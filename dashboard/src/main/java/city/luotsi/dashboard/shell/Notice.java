package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/** Says what of an address means nothing here, so that nobody takes what is shown for what they asked for. */
public final class Notice extends Paragraph {

    public Notice(Words words, List<String> notUnderstood) {
        super(words.say("link.not-understood", String.join(", ", notUnderstood)));
        addClassName("notice");
        getElement().setAttribute("role", "status");
    }
}
