package city.luotsi.dashboard.explore;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** Something that is looked at, and can be taken off. */
final class Chip extends ListItem {

    /** @param off what the button says to those who listen */
    Chip(String what, String which, String off, Runnable takeOff) {
        addClassName("chip");
        NativeButton remove = new NativeButton("×", event -> takeOff.run());
        remove.setAriaLabel(off);
        Span label = new Span(what + ": ");
        label.addClassName("what");
        add(label, new Span(which), remove);
    }

    /**
     * Can be turned into its opposite.
     *
     * @param word how it is looked at
     * @param says what the button does, to those who listen
     */
    void turn(String word, String says, boolean turned, Runnable turn) {
        NativeButton not = new NativeButton(word, event -> turn.run());
        not.addClassName("not");
        not.setAriaLabel(word + ": " + says);
        not.getElement().setAttribute("aria-pressed", Boolean.toString(turned));
        addComponentAtIndex(1, not);
    }
}
