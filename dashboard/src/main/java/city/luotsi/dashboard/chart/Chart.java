package city.luotsi.dashboard.chart;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines over time, drawn by ECharts: an image to those who can't see it, with a sentence that says what it shows. Whatever a
 * click on it does, the rows of its table twin do as well.
 */
@Tag("luotsi-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./luotsi-chart.ts")
public final class Chart extends HtmlContainer {

    public Chart(ObjectNode option, String sentence, int height) {
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", sentence);
        getElement().getStyle().set("height", height + "px");
        getElement().setPropertyJson("option", option);
    }

    public Registration onPick(ComponentEventListener<Picked> listener) {
        getElement().setAttribute("pickable", true);
        return addListener(Picked.class, listener);
    }
}
