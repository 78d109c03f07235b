package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.shell.Pick;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** As bars, as a map where there is one, or crossed with another dimension. */
final class LookBar extends Div {
    /** More columns than these can't be read side by side. */
    private static final int MOST_COLUMNS = 12;

    private final transient Words words;
    private final Choices<Look> looks;
    private final Pick<String> crossing;

    LookBar(Words words, Steps steps) {
        this.words = words;
        this.looks = new Choices<>(words.say("look.label"), words, look -> steps.change(now -> now.look(look)));
        this.crossing =
                Pick.named(words.say("look.cross"), other -> steps.change(now -> now.look(new Look.Crossed(other))));
        addClassName("looks");
        add(looks, crossing);
    }

    void show(Cuts cuts, String dimension) {
        Look look = cuts.exploration().look();
        List<Look> possible = Look.of(words.publication(), dimension);
        looks.offer(possible.stream()
                .map(one -> new Choices.Choice<>(
                        one, words.say("look." + one.spelled()), look.equals(one), Optional.empty()))
                .toList());
        looks.setVisible(possible.size() > 1 || !look.equals(new Look.Bars()));
        crossing.offer(
                Exploration.dimensions(words.publication()).stream()
                        .filter(other -> !other.equals(dimension))
                        .map(other -> choice(other, closed(cuts, dimension, other)))
                        .toList(),
                look instanceof Look.Crossed(String other) && !other.equals(dimension)
                        ? Optional.of(other)
                        : Optional.empty());
    }

    private Pick.Choice<String> choice(String other, Optional<String> closed) {
        return new Pick.Choice<>(
                other,
                closed.map(why -> words.say("filter.closed", words.dimension(other), why))
                        .orElseGet(() -> words.dimension(other)),
                closed.isEmpty());
    }

    /** Why the dimension can't be crossed with another. */
    private Optional<String> closed(Cuts cuts, String dimension, String other) {
        return words.publication().members(other).size() > MOST_COLUMNS
                ? Optional.of(words.say("look.too-many"))
                : cuts.snapshot()
                        .refusal(cuts.query()
                                .where(other, Set.of(Member.UNKNOWN))
                                .by(dimension))
                        .map(words::refusal);
    }
}
