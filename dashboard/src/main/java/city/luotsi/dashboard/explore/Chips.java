package city.luotsi.dashboard.explore;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Chips side by side: one element here, however many there are. */
@Tag("luotsi-chips")
@JsModule("./luotsi-chips.ts")
final class Chips extends Component {
    private final String label;
    private transient List<Chip> shown = List.of();

    /** @param label said to who can't see what they are of */
    Chips(String label) {
        this.label = label;
        answer("off", chip -> Optional.of(chip.takeOff()));
        answer("turn", chip -> chip.turn().map(Chip.Turn::turn));
    }

    /** Instead of those that were shown; what stays the same isn't sent again. */
    void show(List<Chip> chips) {
        shown = List.copyOf(chips);
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("name", label);
        ArrayNode all = told.putArray("chips");
        for (Chip chip : chips) {
            ObjectNode one = all.addObject()
                    .put("key", chip.key())
                    .put("what", chip.what())
                    .put("which", chip.which())
                    .put("off", chip.off());
            chip.turn()
                    .ifPresent(turn -> one.putObject("turn")
                            .put("word", turn.word())
                            .put("says", turn.says())
                            .put("turned", turn.turned()));
        }
        getElement().setPropertyJson("chips", told);
    }

    private void answer(String said, Function<Chip, Optional<Runnable>> does) {
        getElement()
                .addEventListener(said, event -> {
                    String key = event.getEventData().path("event.detail.key").asString("");
                    // a second click may come when the chip is gone already
                    shown.stream()
                            .filter(chip -> chip.key().equals(key))
                            .findFirst()
                            .flatMap(does)
                            .ifPresent(Runnable::run);
                })
                .addEventData("event.detail.key");
    }
}
