package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** As bars, as a map where there is one, or crossed with another dimension. */
final class LookBar extends Div {
    /** More columns than these can't be read side by side. */
    private static final int MOST_COLUMNS = 12;

    private final transient Cuts cuts;
    private final transient Words words;
    private final String dimension;

    LookBar(Cuts cuts, String dimension, Words words, Steps steps) {
        this.cuts = cuts;
        this.words = words;
        this.dimension = dimension;
        addClassName("looks");
        Exploration exploration = cuts.exploration();
        List<Choices.Choice> choices = new ArrayList<>();
        List<Look> looks = Look.hasMap(words.publication(), dimension)
                ? List.of(new Look.Bars(), new Look.Tiles())
                : List.of(new Look.Bars());
        for (Look look : looks) {
            choices.add(new Choices.Choice(
                    words.say("look." + look.spelled()),
                    exploration.look().equals(look),
                    Optional.empty(),
                    () -> steps.go(exploration.look(look))));
        }
        if (looks.size() > 1 || !exploration.look().equals(new Look.Bars())) {
            add(new Choices(words.say("look.label"), choices, words));
        }
        Select<String> crossed = new Select<>();
        crossed.setAriaLabel(words.say("look.cross"));
        crossed.setPlaceholder(words.say("look.cross"));
        crossed.setItems(Exploration.dimensions(words.publication()).stream()
                .filter(other -> !other.equals(dimension))
                .toList());
        crossed.setItemLabelGenerator(other -> closed(other)
                .map(why -> words.say("filter.closed", words.dimension(other), why))
                .orElseGet(() -> words.dimension(other)));
        crossed.setItemEnabledProvider(other -> closed(other).isEmpty());
        if (exploration.look() instanceof Look.Crossed(String other) && !other.equals(dimension)) {
            crossed.setValue(other);
        }
        crossed.addValueChangeListener(event -> steps.go(exploration.look(new Look.Crossed(event.getValue()))));
        add(crossed);
    }

    /** Why the dimension can't be crossed with another. */
    private Optional<String> closed(String other) {
        return words.publication().members(other).size() > MOST_COLUMNS
                ? Optional.of(words.say("look.too-many"))
                : cuts.snapshot()
                        .refusal(cuts.query()
                                .where(other, Set.of(Member.UNKNOWN))
                                .by(dimension))
                        .map(words::refusal);
    }
}
