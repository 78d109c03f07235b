package city.luotsi.dashboard.chart;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bars one below the other, each with its name and its figure: a list of links to whoever has it read out or follows it by
 * keyboard. The browser lays it out like any other list, which takes it a fraction of the time that a drawing would.
 */
@Tag("luotsi-bars")
@JsModule("./luotsi-bars.ts")
public final class Bars extends HtmlContainer {

    /** For the eye; the bar's text says the same. */
    public enum Tone {
        PLAIN,
        TOTAL,
        GOOD,
        BAD,
        UP,
        DOWN,
        UNSURE
    }

    /**
     * @param key what a click on it tells
     * @param from where it begins, as a part of the room there is, 0 to 1
     * @param to where it ends; {@code from} for one of no length, whose text says why
     * @param text beside it
     * @param exact on hover: the figure with what stands behind it
     * @param href where it leads; "": nowhere
     */
    public record Bar(
            String key, String name, double from, double to, String text, String exact, Tone tone, String href) {
        public Bar {
            if (!(0 <= from && from <= to && to <= 1)) {
                throw new IllegalArgumentException("'%s' reaches from %s to %s".formatted(name, from, to));
            }
        }
    }

    /**
     * Instead of what was drawn.
     *
     * @param sentence what they show
     */
    public void show(List<Bar> bars, String sentence) {
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("sentence", sentence);
        ArrayNode drawn = told.putArray("bars");
        for (Bar bar : bars) {
            ObjectNode one = drawn.addObject()
                    .put("key", bar.key())
                    .put("name", bar.name())
                    .put("from", bar.from())
                    .put("to", bar.to())
                    .put("text", bar.text())
                    .put("exact", bar.exact())
                    .put("tone", bar.tone().name().toLowerCase(Locale.ROOT));
            if (!bar.href().isEmpty()) {
                one.put("href", bar.href());
            }
        }
        getElement().setPropertyJson("bars", told);
    }

    public Registration onPick(ComponentEventListener<Picked> listener) {
        return addListener(Picked.class, listener);
    }
}
