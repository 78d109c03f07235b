package city.luotsi.dashboard.explore;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Chips side by side at their place in a bar, which has no list where there are none. */
final class Chips extends UnorderedList {
    private final Div bar;
    private final int place;

    /** @param label said to who can't see what they are of */
    Chips(String label, Div bar, int place) {
        this.bar = bar;
        this.place = place;
        addClassName("chips");
        getElement().setAttribute("aria-label", label);
    }

    void show(List<Chip> chips) {
        removeAll();
        chips.forEach(this::add);
        // only hidden, the list would keep its last chip in the page
        if (chips.isEmpty()) {
            bar.remove(this);
        } else if (getParent().isEmpty()) {
            bar.addComponentAtIndex(place, this);
        }
    }
}
