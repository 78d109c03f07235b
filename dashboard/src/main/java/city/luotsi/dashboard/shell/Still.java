package city.luotsi.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementUtil;
import org.jsoup.nodes.Document;

/**
 * Something that is read and followed, and never changes by itself: the browser gets it as one piece of HTML, which it makes
 * several times as fast as element by element. What would answer on the server doesn't here.
 */
public final class Still extends Component {

    /** @param picture of texts and links, which are escaped; it may not be part of a page itself */
    public Still(Component picture) {
        super(new Element(picture.getElement().getTag()));
        show(picture);
    }

    /** Instead of what was shown. */
    public void show(Component picture) {
        Element drawn = picture.getElement();
        if (!drawn.getTag().equals(getElement().getTag())) {
            throw new IllegalArgumentException(
                    "<%s> can't become <%s>".formatted(getElement().getTag(), drawn.getTag()));
        }
        drawn.getAttributeNames().forEach(name -> getElement().setAttribute(name, drawn.getAttribute(name)));
        getElement().setProperty("innerHTML", html(drawn));
    }

    /** Without line breaks of its own: between two words of a line they would be a space. */
    private static String html(Element element) {
        Document document = new Document("");
        document.outputSettings().prettyPrint(false);
        document.appendChild(ElementUtil.toJsoup(document, element));
        return document.child(0).html();
    }
}
