package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of several; what is closed stays visible, greyed out, and says why. */
final class Choices extends Div {

    /** @param closed why it can't be chosen */
    record Choice(String name, boolean chosen, Optional<String> closed, Runnable choose) {}

    Choices(String label, List<Choice> choices, Words words) {
        addClassName("choices");
        Div group = new Div();
        group.addClassName("choice");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", label);
        for (Choice choice : choices) {
            group.add(button(choice));
        }
        add(group);
        Map<String, List<Choice>> byReason = choices.stream()
                .filter(choice -> choice.closed().isPresent())
                .collect(Collectors.groupingBy(
                        choice -> choice.closed().orElse(""), LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((reason, closed) -> {
            String names = closed.stream().map(Choice::name).collect(Collectors.joining(", "));
            Paragraph why = new Paragraph(words.say("choice.closed", names, reason));
            why.addClassName("why");
            add(why);
        });
    }

    private static NativeButton button(Choice choice) {
        NativeButton button = new NativeButton(choice.name());
        button.getElement().setAttribute("aria-pressed", Boolean.toString(choice.chosen()));
        if (choice.closed().isPresent()) {
            // not "disabled": it must be reachable, so that its reason can be read
            button.getElement().setAttribute("aria-disabled", "true");
            button.setTitle(choice.closed().get());
            button.setAriaLabel(choice.name() + ": " + choice.closed().get());
        } else {
            button.addClickListener(event -> choice.choose().run());
        }
        return button;
    }
}
