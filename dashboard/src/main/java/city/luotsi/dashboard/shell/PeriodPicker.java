package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** A choice of days: a few by name, one's own, then every month of the data. */
public final class PeriodPicker extends Composite<Span> {

    /** @param label unique, so that two names of the same days stay two choices */
    record Choice(Period period, String label) {}

    public PeriodPicker(Words words, Period current, Consumer<Period> chosen) {
        List<Choice> choices = choices(words);
        Choice selected = choices.stream()
                .filter(choice -> choice.period().equals(current))
                .findFirst()
                .orElseGet(() -> new Choice(current, words.dates().period(current)));
        Choice own = new Choice(current.until(words.publication().completeThrough()), words.say("period.own"));
        choices.add(Periods.presets(words.publication().completeThrough()).size(), own);
        if (!choices.contains(selected)) {
            choices.addFirst(selected);
        }
        Pick<Choice> pick = Pick.labelled(
                words.say("period.label"),
                choices.stream()
                        .map(choice -> new Pick.Choice<>(choice, choice.label(), true))
                        .toList(),
                selected,
                choice -> {
                    if (choice.equals(own)) {
                        OwnDates dates = new OwnDates(words, own.period(), chosen);
                        getContent().add(dates);
                        dates.focus();
                    } else {
                        chosen.accept(choice.period());
                    }
                });
        pick.addClassName("period");
        Area.mark("period", pick, pick);
        getContent().addClassName("period-picker");
        getContent().add(pick);
    }

    private static List<Choice> choices(Words words) {
        LocalDate last = words.publication().completeThrough();
        List<Choice> choices = new ArrayList<>();
        for (Map.Entry<Periods.Preset, Period> preset : Periods.presets(last).entrySet()) {
            String name = words.say("period." + preset.getKey().name().toLowerCase(Locale.ROOT));
            choices.add(new Choice(
                    preset.getValue(),
                    words.say(
                            "period.named",
                            name,
                            words.dates().period(preset.getValue().until(last)))));
        }
        LocalDate first = words.publication().data().from().withDayOfMonth(1);
        for (Period month = Periods.lastMonth(last); !month.from().isBefore(first); month = month.previous()) {
            choices.add(new Choice(month, words.dates().period(month)));
        }
        return choices;
    }
}
