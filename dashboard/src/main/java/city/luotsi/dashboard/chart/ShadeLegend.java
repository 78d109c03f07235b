package city.luotsi.dashboard.chart;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Function;

/** Which shade stands for which values. */
public final class ShadeLegend extends UnorderedList {

    public ShadeLegend(Shades shades, String label, Function<Shades.Step, String> told) {
        addClassName("shade-legend");
        getElement().setAttribute("aria-label", label);
        shades.steps().forEach(step -> {
            Span shade = new Span();
            shade.addClassNames("shade", "shade-" + step.number());
            shade.getElement().setAttribute("aria-hidden", "true");
            add(new ListItem(shade, new Span(told.apply(step))));
        });
    }
}
