package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.shell.Pick;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import com.vaadin.flow.component.html.Div;
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
        List<Look> looks = Look.of(words.publication(), dimension);
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
        Optional<String> current = exploration.look() instanceof Look.Crossed(String other) && !other.equals(dimension)
                ? Optional.of(other)
                : Optional.empty();
        add(Pick.named(
                words.say("look.cross"),
                Exploration.dimensions(words.publication()).stream()
                        .filter(other -> !other.equals(dimension))
                        .map(other -> choice(other, closed(other)))
                        .toList(),
                current,
                other -> steps.go(exploration.look(new Look.Crossed(other)))));
    }

    private Pick.Choice<String> choice(String other, Optional<String> closed) {
        return new Pick.Choice<>(
                other,
                closed.map(why -> words.say("filter.closed", words.dimension(other), why))
                        .orElseGet(() -> words.dimension(other)),
                closed.isEmpty());
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
