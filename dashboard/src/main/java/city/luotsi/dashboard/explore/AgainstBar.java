package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.shell.PeriodPicker;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Refusal;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a figure is compared with: the period before, a year ago, any other period, the city or another part of it. */
final class AgainstBar extends Div {
    private final transient Snapshot snapshot;
    private final transient Inquiry inquiry;
    private final transient Words words;

    AgainstBar(Snapshot snapshot, Inquiry inquiry, Words words, Steps steps) {
        this.snapshot = snapshot;
        this.inquiry = inquiry;
        this.words = words;
        addClassName("why-against");
        Choices<Against> choices =
                new Choices<>(words.say("why.against"), words, other -> steps.open(inquiry.against(other)));
        MemberPicker place = new MemberPicker(
                words.say("beside.add"),
                words,
                (dimension, member) ->
                        steps.open(inquiry.against(new Against.Place(new Beside.Other(dimension, member)))));
        place.addClassName("picker");
        place.offer(this::refusal);
        Period then = inquiry.against() instanceof Against.Time(Period time)
                ? time
                : inquiry.exploration().period().previous();
        PeriodPicker time = new PeriodPicker(
                words.say("why.against.period"),
                "against",
                words,
                then,
                other -> steps.open(inquiry.against(new Against.Time(other))));
        add(choices.offer(choices()), time, place);
    }

    private List<Choices.Choice<Against>> choices() {
        Period period = inquiry.exploration().period();
        List<Against> usual = new ArrayList<>(List.of(new Against.Time(period.previous())));
        if (!period.yearAgo().equals(period.previous())) {
            usual.add(new Against.Time(period.yearAgo()));
        }
        if (!inquiry.exploration().filters().isEmpty()) {
            usual.add(new Against.Place(new Beside.City()));
        }
        if (!usual.contains(inquiry.against())) {
            usual.add(inquiry.against());
        }
        return usual.stream()
                .map(against -> new Choices.Choice<>(
                        against, name(against), against.equals(inquiry.against()), Optional.empty()))
                .toList();
    }

    private String name(Against against) {
        Period period = inquiry.exploration().period();
        return switch (against) {
            case Against.Time(Period then)
            when then.equals(period.previous()) ->
                words.say("why.against.previous", words.dates().period(then));
            case Against.Time(Period then)
            when then.equals(period.yearAgo()) ->
                words.say("why.against.year-ago", words.dates().period(then));
            case Against.Time(Period then) -> words.dates().period(then);
            case Against.Place(Beside beside) -> BesideBar.name(beside, words);
        };
    }

    private Optional<Refusal> refusal(String dimension) {
        Exploration exploration = inquiry.exploration();
        KpiQuery here = exploration.query(words.publication()).during(exploration.period());
        return snapshot.refusal(new Beside.Other(dimension, Member.UNKNOWN).beside(here, exploration.period()));
    }
}
