package city.luotsi.dashboard.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** A point, a bar or an area of a chart was clicked, or entered by keyboard. */
@DomEvent("chart-pick")
public final class Picked extends ComponentEvent<Component> {
    private final String key;

    public Picked(Component source, boolean fromClient, @EventData("event.detail.key") String key) {
        super(source, fromClient);
        this.key = key;
    }

    /** What that part of the chart was given as its key. */
    public String key() {
        return key;
    }
}
