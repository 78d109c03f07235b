package city.luotsi.dashboard.chart;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** Which shade stands for which values. */
public final class ShadeLegend extends UnorderedList {

    /** @param words in which the values are told on the map as well */
    public ShadeLegend(Shades shades, Kpi kpi, Words words) {
        addClassName("shade-legend");
        getElement().setAttribute("aria-label", words.say("shades.label"));
        for (Shades.Step step : shades.steps()) {
            Span shade = new Span();
            shade.addClassNames("shade", "shade-" + step.number());
            shade.getElement().setAttribute("aria-hidden", "true");
            String from = words.amounts().rounded(kpi, step.from()).text();
            String to = words.amounts().rounded(kpi, step.to()).text();
            add(new ListItem(shade, new Span(from.equals(to) ? from : words.say("shades.step", from, to))));
        }
    }
}
