package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The way back, level by level. */
final class Trail extends Nav {

    Trail(Exploration exploration, Words words) {
        addClassName("trail");
        getElement().setAttribute("aria-label", words.say("nav.trail"));
        OrderedList trail = new OrderedList();
        String overview = Places.overview(exploration.city()) + "?period=" + Periods.write(exploration.period());
        trail.add(new ListItem(new Anchor(overview, words.say("nav.overview"))));
        String kpi = words.text(
                words.publication().catalogue().kpi(exploration.kpi()).title());
        int left = exploration.filters().size();
        trail.add(level(exploration.only(Map.of()), kpi, left == 0));
        Map<String, Set<String>> soFar = new LinkedHashMap<>();
        for (Map.Entry<String, Set<String>> filter : exploration.filters().entrySet()) {
            soFar.put(filter.getKey(), filter.getValue());
            left--;
            String names = filter.getValue().stream()
                    .map(member -> words.member(filter.getKey(), member))
                    .collect(Collectors.joining(", "));
            trail.add(level(exploration.only(soFar), names, left == 0));
        }
        add(trail);
    }

    private static ListItem level(Exploration there, String name, boolean here) {
        Component content = here ? new Span(name) : new Anchor(there.link(), name);
        if (here) {
            content.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(content);
    }
}
