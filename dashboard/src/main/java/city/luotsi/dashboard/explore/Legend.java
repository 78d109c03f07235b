package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Which line is whose: told apart by colour and by stroke. */
final class Legend extends UnorderedList {

    Legend(String own, List<String> others, Words words) {
        addClassName("legend");
        getElement().setAttribute("aria-label", words.say("beside.legend"));
        add(entry(own, 0));
        for (int i = 0; i < others.size(); i++) {
            add(entry(others.get(i), i + 1));
        }
    }

    private static ListItem entry(String name, int line) {
        Span stroke = new Span();
        stroke.addClassNames("stroke", "stroke-" + line);
        stroke.getElement().setAttribute("aria-hidden", "true");
        return new ListItem(stroke, new Span(name));
    }
}
