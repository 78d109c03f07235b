package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Area;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
        exploration
                .filters()
                .forEach((dimension, members) -> members.forEach(member -> chips.add(chip(
                        words.dimension(dimension),
                        words.member(dimension, member),
                        exploration.without(dimension, member)))));
        if (chips.getComponentCount() > 0) {
            add(chips);
        }
        add(adder());
    }

    private ListItem chip(String dimension, String member, Exploration without) {
        NativeButton remove = new NativeButton("×", event -> steps.go(without));
        remove.setAriaLabel(words.say("filter.remove", dimension, member));
        Span what = new Span(dimension + ": ");
        what.addClassName("what");
        ListItem chip = new ListItem(what, new Span(member), remove);
        chip.addClassName("chip");
        return chip;
    }

    /** First the dimension, then its member; what can't be answered is there, greyed out, with the reason. */
    private Component adder() {
        Select<String> dimension = new Select<>();
        dimension.setAriaLabel(words.say("filter.add"));
        dimension.setPlaceholder(words.say("filter.add"));
        dimension.setItems(Exploration.dimensions(words.publication()));
        dimension.setItemLabelGenerator(this::label);
        dimension.setItemEnabledProvider(name -> cuts.filterRefusal(name).isEmpty());
        Area.mark("filters", this, dimension);
        Div adder = new Div(dimension);
        adder.addClassName("adder");
        dimension.addValueChangeListener(event -> {
            adder.removeAll();
            ComboBox<String> member = members(event.getValue());
            adder.add(dimension, member);
            member.focus();
        });
        return adder;
    }

    private String label(String dimension) {
        return cuts.filterRefusal(dimension)
                .map(refusal -> words.say("filter.closed", words.dimension(dimension), words.refusal(refusal)))
                .orElseGet(() -> words.dimension(dimension));
    }

    private ComboBox<String> members(String dimension) {
        List<String> ids = new ArrayList<>(
                words.publication().members(dimension).stream().map(Member::id).toList());
        ids.add(Member.UNKNOWN);
        ComboBox<String> member = new ComboBox<>();
        member.setAriaLabel(words.dimension(dimension));
        member.setPlaceholder(words.dimension(dimension));
        member.setItems(ids);
        member.setItemLabelGenerator(id -> words.member(dimension, id));
        member.addValueChangeListener(event -> add(dimension, event.getValue()));
        return member;
    }

    private void add(String dimension, String member) {
        Exploration exploration = cuts.exploration();
        Set<String> members = new LinkedHashSet<>(exploration.filters().getOrDefault(dimension, Set.of()));
        members.add(member);
        steps.go(exploration.where(dimension, members));
    }
}
