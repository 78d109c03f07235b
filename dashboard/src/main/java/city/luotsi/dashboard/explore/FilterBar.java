package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Area;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is looked at, as chips that can be taken off, and a way to add one. */
final class FilterBar extends Div {
    private final transient Words words;
    private final transient Steps steps;
    private final Chips chips;
    private final MemberPicker adder;

    FilterBar(Words words, Steps steps) {
        this.words = words;
        this.steps = steps;
        addClassName("filters");
        chips = new Chips(words.say("filter.shown"));
        adder = new MemberPicker(
                words.say("filter.add"),
                words,
                (dimension, member) ->
                        steps.change(now -> now.where(now.filters().plus(dimension, member))));
        adder.addClassName("adder");
        Area.mark("filters", this, adder.dimension());
        add(chips, adder);
    }

    void show(Cuts cuts) {
        Exploration exploration = cuts.exploration();
        List<Chip> shown = new ArrayList<>();
        Period usual = Periods.lastMonth(words.publication().completeThrough());
        if (!exploration.period().equals(usual)) {
            shown.add(chip(
                    words.say("period.label"),
                    words.dates().period(exploration.period()),
                    exploration.during(usual),
                    Optional.empty()));
        }
        Filters filters = exploration.filters();
        filters.members()
                .forEach((dimension, members) -> members.forEach(member -> {
                    boolean leftOut = filters.isExcluding(dimension);
                    Chip.Turn turn = new Chip.Turn(
                            words.say(leftOut ? "filter.not" : "filter.only"),
                            words.say(
                                    leftOut ? "filter.show-only" : "filter.leave-out", words.member(dimension, member)),
                            leftOut,
                            () -> steps.go(exploration.where(filters.turned(dimension))));
                    shown.add(chip(
                            words.dimension(dimension),
                            words.member(dimension, member),
                            exploration.where(filters.minus(dimension, member)),
                            Optional.of(turn)));
                }));
        chips.show(shown);
        adder.offer(cuts::filterRefusal);
    }

    private Chip chip(String dimension, String member, Exploration without, Optional<Chip.Turn> turn) {
        return new Chip(
                dimension, member, words.say("filter.remove", dimension, member), () -> steps.go(without), turn);
    }
}
