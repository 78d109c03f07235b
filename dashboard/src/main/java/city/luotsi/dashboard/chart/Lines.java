package city.luotsi.dashboard.chart;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/**
 * Lines over time: an image to those who can't see it, with a sentence that says what it shows. Whatever a click on it does,
 * the rows of its table twin do as well.
 */
@Tag("luotsi-lines")
@JsModule("./luotsi-lines.ts")
public final class Lines extends HtmlContainer {

    /** @param height in pixels; it is as wide as the place it stands in */
    public Lines(int height) {
        getElement().setAttribute("role", "img");
        getElement().getStyle().set("height", height + "px");
    }

    /** Instead of what was drawn. */
    public void show(LinePlot plot, String sentence) {
        getElement().setAttribute("aria-label", sentence);
        getElement().setPropertyBean("plot", plot);
    }

    /** Told is the key of the column that was clicked. */
    public Registration onPick(ComponentEventListener<Picked> listener) {
        getElement().setAttribute("pickable", true);
        return addListener(Picked.class, listener);
    }
}
