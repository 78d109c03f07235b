package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Refusal;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the line is compared with: any of a few, and others as chips. */
final class BesideBar extends Div {
    /** More lines than these nobody can follow. */
    static final int MOST = 5;

    private final transient Words words;
    private final transient Steps steps;
    private final Choices<Beside> usual;
    private final Chips chips;
    private final MemberPicker other;

    BesideBar(Words words, Steps steps) {
        this.words = words;
        this.steps = steps;
        this.usual = new Choices<>(words.say("beside.label"), words, this::toggle);
        this.other = new MemberPicker(
                words.say("beside.add"), words, (dimension, member) -> show(new Beside.Other(dimension, member)));
        this.chips = new Chips(words.say("beside.others"));
        addClassName("beside");
        other.addClassName("picker");
        add(usual, chips, other);
    }

    void show(Cuts cuts) {
        List<Beside> shown = cuts.exploration().beside();
        usual.offer(Stream.of(new Beside.Before(), new Beside.YearAgo(), new Beside.City())
                .map(beside -> new Choices.Choice<Beside>(
                        beside, name(beside, words), shown.contains(beside), closed(cuts, beside)))
                .toList());
        List<Chip> others = new ArrayList<>();
        for (Beside beside : shown) {
            if (beside instanceof Beside.Other(String dimension, String member)) {
                String name = words.member(dimension, member);
                others.add(new Chip(
                        words.dimension(dimension),
                        name,
                        words.say("beside.remove", name),
                        () -> toggle(beside),
                        Optional.empty()));
            }
        }
        other.offer(dimension -> refusal(cuts, new Beside.Other(dimension, Member.UNKNOWN)));
        other.setVisible(shown.size() < MOST);
        chips.show(others);
    }

    static String name(Beside beside, Words words) {
        return switch (beside) {
            case Beside.Before() -> words.say("breakdown.previous");
            case Beside.YearAgo() -> words.say("breakdown.year-ago");
            case Beside.City() -> words.text(words.publication().name());
            case Beside.Other(String dimension, String member) -> words.member(dimension, member);
        };
    }

    private Optional<String> closed(Cuts cuts, Beside beside) {
        boolean isTheCity =
                beside instanceof Beside.City && cuts.exploration().filters().isEmpty();
        return isTheCity
                ? Optional.of(words.say("beside.is-the-city"))
                : refusal(cuts, beside).map(words::refusal);
    }

    private static Optional<Refusal> refusal(Cuts cuts, Beside beside) {
        return Trend.refusal(cuts.snapshot(), cuts.exploration(), beside);
    }

    private void toggle(Beside beside) {
        if (steps.exploration().beside().contains(beside)) {
            steps.change(now -> now.beside(without(now.beside(), beside)));
        } else {
            show(beside);
        }
    }

    private void show(Beside beside) {
        steps.change(now -> {
            List<Beside> more = without(now.beside(), beside);
            more.add(beside);
            return now.beside(more);
        });
    }

    private static List<Beside> without(List<Beside> all, Beside one) {
        List<Beside> left = new ArrayList<>(all);
        left.remove(one);
        return left;
    }
}
