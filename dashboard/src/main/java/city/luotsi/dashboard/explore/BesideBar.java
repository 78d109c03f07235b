package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Refusal;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the line is compared with: any of a few, and others as chips. */
final class BesideBar extends Div {
    /** More lines than these nobody can follow. */
    static final int MOST = 5;

    private final transient Cuts cuts;
    private final transient Words words;
    private final transient Steps steps;

    BesideBar(Cuts cuts, Words words, Steps steps) {
        this.cuts = cuts;
        this.words = words;
        this.steps = steps;
        addClassName("beside");
        List<Choices.Choice> usual = new ArrayList<>();
        for (Beside beside : List.of(new Beside.Before(), new Beside.YearAgo(), new Beside.City())) {
            usual.add(new Choices.Choice(name(beside, words), isShown(beside), closed(beside), () -> toggle(beside)));
        }
        add(new Choices(words.say("beside.label"), usual, words));
        UnorderedList chips = new UnorderedList();
        chips.addClassName("chips");
        chips.getElement().setAttribute("aria-label", words.say("beside.others"));
        for (Beside beside : cuts.exploration().beside()) {
            if (beside instanceof Beside.Other(String dimension, String member)) {
                String name = words.member(dimension, member);
                chips.add(new Chip(
                        words.dimension(dimension), name, words.say("beside.remove", name), () -> toggle(beside)));
            }
        }
        if (chips.getComponentCount() > 0) {
            add(chips);
        }
        if (cuts.exploration().beside().size() < MOST) {
            MemberPicker other = new MemberPicker(
                    words.say("beside.add"),
                    words,
                    dimension -> refusal(new Beside.Other(dimension, Member.UNKNOWN)),
                    (dimension, member) -> show(new Beside.Other(dimension, member)));
            other.addClassName("picker");
            add(other);
        }
    }

    static String name(Beside beside, Words words) {
        return switch (beside) {
            case Beside.Before() -> words.say("breakdown.previous");
            case Beside.YearAgo() -> words.say("breakdown.year-ago");
            case Beside.City() -> words.text(words.publication().name());
            case Beside.Other(String dimension, String member) -> words.member(dimension, member);
        };
    }

    private boolean isShown(Beside beside) {
        return cuts.exploration().beside().contains(beside);
    }

    private Optional<String> closed(Beside beside) {
        boolean isTheCity =
                beside instanceof Beside.City && cuts.exploration().filters().isEmpty();
        return isTheCity
                ? Optional.of(words.say("beside.is-the-city"))
                : refusal(beside).map(words::refusal);
    }

    private Optional<Refusal> refusal(Beside beside) {
        return Trend.refusal(cuts.snapshot(), cuts.exploration(), beside);
    }

    private void toggle(Beside beside) {
        if (isShown(beside)) {
            List<Beside> left = new ArrayList<>(cuts.exploration().beside());
            left.remove(beside);
            steps.go(cuts.exploration().beside(left));
        } else {
            show(beside);
        }
    }

    private void show(Beside beside) {
        List<Beside> more = new ArrayList<>(cuts.exploration().beside());
        more.remove(beside);
        more.add(beside);
        steps.go(cuts.exploration().beside(more));
    }
}
