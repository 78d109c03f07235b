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
import java.util.Optional;

/** The way back, level by level. */
final class Trail extends Nav {

    Trail(Exploration exploration, Words words) {
        this(exploration, words, Optional.empty());
    }

    /** @param further the page beyond that of the KPI */
    Trail(Exploration exploration, Words words, Optional<String> further) {
        addClassName("trail");
        getElement().setAttribute("aria-label", words.say("nav.trail"));
        OrderedList trail = new OrderedList();
        String overview = Places.overview(exploration.city()) + "?period=" + Periods.write(exploration.period());
        trail.add(new ListItem(new Anchor(overview, words.say("nav.overview"))));
        String kpi = words.text(
                words.publication().catalogue().kpi(exploration.kpi()).title());
        Filters filters = exploration.filters();
        int left = filters.members().size() + (further.isPresent() ? 1 : 0);
        trail.add(level(exploration.only(Filters.NONE), kpi, left == 0));
        int deep = 0;
        for (String dimension : filters.members().keySet()) {
            left--;
            deep++;
            trail.add(level(exploration.only(filters.first(deep)), filters.named(dimension, words), left == 0));
        }
        further.ifPresent(name -> trail.add(level(exploration, name, true)));
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
