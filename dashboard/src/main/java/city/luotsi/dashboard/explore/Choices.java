package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One of several, side by side; what is closed stays visible, greyed out, and says why. */
@Tag("luotsi-choices")
@JsModule("./luotsi-choices.ts")
final class Choices<T> extends Component implements HasStyle {
    private final String label;
    private final transient Words words;
    private transient List<Choice<T>> offered = List.of();

    /** @param closed why it can't be chosen */
    record Choice<T>(T value, String name, boolean chosen, Optional<String> closed) {}

    /** @param label said to who can't see what they are of */
    Choices(String label, Words words, Consumer<T> chosen) {
        this.label = label;
        this.words = words;
        addClassName("choices");
        getElement()
                .addEventListener("pick", event -> {
                    int index = event.getEventData().path("event.detail.index").asInt(-1);
                    if (index >= 0
                            && index < offered.size()
                            && offered.get(index).closed().isEmpty()) {
                        chosen.accept(offered.get(index).value());
                    }
                })
                .addEventData("event.detail.index");
    }

    /** Instead of what was offered; what stays the same isn't sent again. */
    Choices<T> offer(List<Choice<T>> choices) {
        offered = List.copyOf(choices);
        ObjectNode offer = JsonNodeFactory.instance.objectNode().put("name", label);
        ArrayNode all = offer.putArray("choices");
        for (Choice<T> choice : choices) {
            ObjectNode one = all.addObject().put("text", choice.name());
            if (choice.chosen()) {
                one.put("chosen", true);
            }
            choice.closed().ifPresent(reason -> one.put("closed", reason));
        }
        ArrayNode why = offer.putArray("why");
        byReason(choices).forEach((reason, names) -> why.add(words.say("choice.closed", names, reason)));
        getElement().setPropertyJson("offer", offer);
        return this;
    }

    private static <T> Map<String, String> byReason(List<Choice<T>> choices) {
        return choices.stream()
                .filter(choice -> choice.closed().isPresent())
                .collect(Collectors.groupingBy(
                        choice -> choice.closed().orElseThrow(),
                        LinkedHashMap::new,
                        Collectors.mapping(Choice::name, Collectors.joining(", "))));
    }
}
