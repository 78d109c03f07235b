package city.luotsi.dashboard.explore;

import com.vaadin.flow.component.UI;
import java.util.EnumSet;
import java.util.Set;

/** The ways from what is shown to something else. Each is an entry of the browser's history, an opened table is not. */
final class Steps {
    private final UI page;
    private Screen shown;

    Steps(UI page, Screen shown) {
        this.page = page;
        this.shown = shown;
    }

    /** With the tables that are open by now. */
    Exploration exploration() {
        return shown.exploration();
    }

    /** The same page about something else. */
    void go(Exploration next) {
        open(shown.about(next));
    }

    /** Another page, with the same tables open. */
    void open(Screen next) {
        Screen open = next.about(next.exploration().showing(exploration().tables()));
        page.navigate(open.place(), open.parameters());
    }

    void showTable(Twin.Of chart, boolean open) {
        Set<Twin.Of> tables = EnumSet.noneOf(Twin.Of.class);
        tables.addAll(exploration().tables());
        boolean changed = open ? tables.add(chart) : tables.remove(chart);
        if (changed) {
            shown = shown.about(exploration().showing(tables));
            page.getPage().getHistory().replaceState(null, shown.link());
        }
    }
}
