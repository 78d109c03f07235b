package city.luotsi.dashboard.chart;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A map of areas as the city draws them, each a link with its name and its figure. */
@Tag("luotsi-outlines")
@JsModule("./luotsi-outlines.ts")
public final class OutlineMap extends HtmlContainer {
    /** About what a digit takes, in the units of the map. */
    private static final double DIGIT = 9;

    /** @param outline well-known text, degrees of WGS 84 */
    public record Area(Marked marked, String outline) {}

    /**
     * @param areas at least one
     * @param sentence what the map shows
     */
    public OutlineMap(List<Area> areas, Shades shades, String sentence) {
        Outlines outlines = Outlines.of(areas.stream().map(Area::outline).toList());
        ObjectNode map = JsonNodeFactory.instance
                .objectNode()
                .put("sentence", sentence)
                .put("width", outlines.width())
                .put("height", outlines.height());
        ArrayNode drawn = map.putArray("areas");
        for (int i = 0; i < areas.size(); i++) {
            Marked area = areas.get(i).marked();
            Outlines.Area shape = outlines.areas().get(i);
            ObjectNode one = drawn.addObject()
                    .put("key", area.key())
                    .put("path", shape.path())
                    .put("shade", area.style(shades))
                    .put("name", area.name())
                    .put("text", area.text())
                    .put("exact", area.exact())
                    .put("href", area.href());
            if (area.value().isPresent() && area.text().length() * DIGIT < shape.wide()) {
                one.put("x", shape.middle().x()).put("y", shape.middle().y());
            }
        }
        getElement().setPropertyJson("map", map);
    }

    public Registration onPick(ComponentEventListener<Picked> listener) {
        return addListener(Picked.class, listener);
    }
}
