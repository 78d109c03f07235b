package city.luotsi.dashboard.explore;

import com.vaadin.flow.component.UI;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The ways from what is shown to something else. Each is an entry of the browser's history, an opened table is not. */
final class Steps {
    private final UI page;
    private Screen shown;

    Steps(UI page, Screen shown) {
        this.page = page;
        this.shown = shown;
    }

    /** From now on this is what is shown. */
    void arrived(Screen there) {
        shown = there;
    }

    /** With the tables that are open by now. */
    Exploration exploration() {
        return shown.exploration();
    }

    /** The same page about something else. */
    void go(Exploration next) {
        open(shown.about(next));
    }

    /** The same page, other than it is shown when the step is taken: what takes it may have been there before. */
    void change(UnaryOperator<Exploration> change) {
        go(change.apply(exploration()));
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
