package city.luotsi.dashboard.shell;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasElement;

/**
 * A part of a page that a step builds anew. Who took the step from inside of it lands at its beginning, so that the keyboard
 * goes on from there: {@code luotsi-place.ts}.
 */
public final class Area {
    private Area() {}

    /** @param landing what takes the focus, a heading or a control */
    public static void mark(String name, HasElement area, HasElement landing) {
        area.getElement().setAttribute("data-area", name);
        landing.getElement().setAttribute("data-landing", name);
        if (!(landing instanceof Focusable)) {
            landing.getElement().setAttribute("tabindex", "-1");
        }
    }
}
