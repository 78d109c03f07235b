package city.luotsi.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of several, chosen from the browser's own list. A page of a KPI has four of them, made anew by every step, so each is
 * one element here, whatever it offers.
 */
@Tag("luotsi-pick")
@JsModule("./luotsi-pick.ts")
public final class Pick<T> extends Component implements Focusable<Pick<T>>, HasStyle {

    /** @param open whether it can be chosen: what can't is there with its reason in the text */
    public record Choice<T>(T value, String text, boolean open) {}

    private Pick(ObjectNode offer, List<Choice<T>> choices, Consumer<T> chosen) {
        getElement().setPropertyJson("choices", offer);
        getElement()
                .addEventListener("pick", event -> {
                    int index = event.getEventData().path("event.detail.index").asInt(-1);
                    if (index >= 0
                            && index < choices.size()
                            && choices.get(index).open()) {
                        chosen.accept(choices.get(index).value());
                    }
                })
                .addEventData("event.detail.index");
    }

    /** With a label that is seen. */
    public static <T> Pick<T> labelled(String label, List<Choice<T>> choices, T current, Consumer<T> chosen) {
        return new Pick<>(offer(label, choices, Optional.of(current)).put("shown", true), List.copyOf(choices), chosen);
    }

    /** @param name said to who can't see it, and shown while nothing is chosen */
    public static <T> Pick<T> named(String name, List<Choice<T>> choices, Optional<T> current, Consumer<T> chosen) {
        return new Pick<>(offer(name, choices, current).put("prompt", name), List.copyOf(choices), chosen);
    }

    private static <T> ObjectNode offer(String name, List<Choice<T>> choices, Optional<T> current) {
        ObjectNode offer = JsonNodeFactory.instance.objectNode().put("name", name);
        ArrayNode all = offer.putArray("choices");
        for (Choice<T> choice : choices) {
            ObjectNode one = all.addObject().put("text", choice.text());
            if (!choice.open()) {
                one.put("closed", true);
            }
            if (current.filter(choice.value()::equals).isPresent()) {
                one.put("chosen", true);
            }
        }
        return offer;
    }
}
