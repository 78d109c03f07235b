package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Area;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;

/** What is looked at, as chips that can be taken off, and a way to add one. */
final class FilterBar extends Div {
    private final transient Cuts cuts;
    private final transient Words words;
    private final transient Steps steps;

    FilterBar(Cuts cuts, Words words, Steps steps) {
        this.cuts = cuts;
        this.words = words;
        this.steps = steps;
        addClassName("filters");
        UnorderedList chips = new UnorderedList();
        chips.addClassName("chips");
        chips.getElement().setAttribute("aria-label", words.say("filter.shown"));
        Exploration exploration = cuts.exploration();
        Period usual = Periods.lastMonth(words.publication().completeThrough());
        if (!exploration.period().equals(usual)) {
            chips.add(chip(
                    words.say("period.label"), words.dates().period(exploration.period()), exploration.during(usual)));
        }
        Filters filters = exploration.filters();
        filters.members()
                .forEach((dimension, members) -> members.forEach(member -> {
                    Chip chip = chip(
                            words.dimension(dimension),
                            words.member(dimension, member),
                            exploration.where(filters.minus(dimension, member)));
                    boolean leftOut = filters.isExcluding(dimension);
                    chip.turn(
                            words.say(leftOut ? "filter.not" : "filter.only"),
                            words.say(
                                    leftOut ? "filter.show-only" : "filter.leave-out", words.member(dimension, member)),
                            leftOut,
                            () -> steps.go(exploration.where(filters.turned(dimension))));
                    chips.add(chip);
                }));
        if (chips.getComponentCount() > 0) {
            add(chips);
        }
        MemberPicker adder = new MemberPicker(words.say("filter.add"), words, cuts::filterRefusal, this::add);
        adder.addClassName("adder");
        Area.mark("filters", this, adder.dimension());
        add(adder);
    }

    private Chip chip(String dimension, String member, Exploration without) {
        return new Chip(dimension, member, words.say("filter.remove", dimension, member), () -> steps.go(without));
    }

    private void add(String dimension, String member) {
        Exploration exploration = cuts.exploration();
        steps.go(exploration.where(exploration.filters().plus(dimension, member)));
    }
}
