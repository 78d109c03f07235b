package city.luotsi.dashboard.shell;

import com.vaadin.flow.component.HasElement;

/**
 * A sentence that a step brought, for those who listen. What is added to a page together with its live region stays silent in
 * most screen readers, so the frame has one that is always there, and {@code luotsi-place.ts} says in it what is marked here.
 */
public final class Aloud {
    private Aloud() {}

    public static void tell(HasElement sentence) {
        sentence.getElement().setAttribute("data-aloud", true);
    }
}
