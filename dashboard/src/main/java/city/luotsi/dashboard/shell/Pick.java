package city.luotsi.dashboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One of several, chosen from the browser's own list: one element here, whatever it offers. */
@Tag("luotsi-pick")
@JsModule("./luotsi-pick.ts")
public final class Pick<T> extends Component implements Focusable<Pick<T>>, HasStyle {

    /** @param open whether it can be chosen: what can't is there with its reason in the text */
    public record Choice<T>(T value, String text, boolean open) {}

    private final String name;
    private final boolean isNameSeen;
    private transient List<Choice<T>> offered = List.of();

    private Pick(String name, boolean isNameSeen, Consumer<T> chosen) {
        this.name = name;
        this.isNameSeen = isNameSeen;
        getElement()
                .addEventListener("pick", event -> {
                    int index = event.getEventData().path("event.detail.index").asInt(-1);
                    if (index >= 0
                            && index < offered.size()
                            && offered.get(index).open()) {
                        chosen.accept(offered.get(index).value());
                    }
                })
                .addEventData("event.detail.index");
    }

    /** With a label that is seen. */
    public static <T> Pick<T> labelled(String label, Consumer<T> chosen) {
        return new Pick<>(label, true, chosen);
    }

    /** @param name said to who can't see it, and shown while nothing is chosen */
    public static <T> Pick<T> named(String name, Consumer<T> chosen) {
        return new Pick<>(name, false, chosen);
    }

    /** As if nobody had chosen anything yet. */
    public void unchoose() {
        getElement().callJsFunction("unchoose");
    }

    /** All of which can be chosen. */
    public Pick<T> offer(List<T> values, Function<T, String> text, Optional<T> current) {
        return offer(
                values.stream()
                        .map(value -> new Choice<>(value, text.apply(value), true))
                        .toList(),
                current);
    }

    /** Instead of what was offered; what stays the same isn't sent again. */
    public Pick<T> offer(List<Choice<T>> choices, Optional<T> current) {
        offered = List.copyOf(choices);
        ObjectNode offer = JsonNodeFactory.instance.objectNode().put("name", name);
        if (isNameSeen) {
            offer.put("shown", true);
        } else {
            offer.put("prompt", name);
        }
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
        getElement().setPropertyJson("choices", offer);
        return this;
    }
}
