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
import java.util.Optional;
import java.util.function.Consumer;

/** A choice of days: a few by name, one's own, then every month of the data. */
public final class PeriodPicker extends Composite<Span> {

    private final transient Words words;
    private final transient Consumer<Period> chosen;
    private final Pick<Choice> pick;
    private transient Optional<Period> shown = Optional.empty();

    /**
     * @param label unique, so that two names of the same days stay two choices
     * @param own whether days of one's own are asked for, which begin with these
     */
    record Choice(Period period, String label, boolean own) {}

    /** The period that a page tells of. */
    public PeriodPicker(Words words, Period current, Consumer<Period> chosen) {
        this(words.say("period.label"), "period", words, current, chosen);
    }

    /** @param area of the page, where whoever took a step from here goes on */
    public PeriodPicker(String label, String area, Words words, Period current, Consumer<Period> chosen) {
        this.words = words;
        this.chosen = chosen;
        this.pick = Pick.labelled(label, this::choose);
        pick.addClassName("period");
        Area.mark(area, pick, pick);
        getContent().addClassName("period-picker");
        getContent().add(pick);
        show(current);
    }

    /** Whoever is choosing days of their own while the same period stays goes on with it. */
    public void show(Period current) {
        if (shown.filter(current::equals).isPresent()) {
            return;
        }
        shown = Optional.of(current);
        List<Choice> choices = choices(words);
        Choice selected = choices.stream()
                .filter(choice -> choice.period().equals(current))
                .findFirst()
                .orElseGet(() -> new Choice(current, words.dates().period(current), false));
        Choice own = new Choice(current.until(words.publication().completeThrough()), words.say("period.own"), true);
        choices.add(Periods.presets(words.publication().completeThrough()).size(), own);
        if (!choices.contains(selected)) {
            choices.addFirst(selected);
        }
        pick.offer(choices, Choice::label, Optional.of(selected));
        withoutOwnDates();
    }

    private void choose(Choice choice) {
        withoutOwnDates();
        if (choice.own()) {
            OwnDates dates = new OwnDates(words, choice.period(), chosen);
            getContent().add(dates);
            dates.focus();
        } else {
            chosen.accept(choice.period());
        }
    }

    private void withoutOwnDates() {
        getContent().getChildren().filter(OwnDates.class::isInstance).toList().forEach(getContent()::remove);
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
                            words.dates().period(preset.getValue().until(last))),
                    false));
        }
        LocalDate first = words.publication().data().from().withDayOfMonth(1);
        for (Period month = Periods.lastMonth(last); !month.from().isBefore(first); month = month.previous()) {
            choices.add(new Choice(month, words.dates().period(month), false));
        }
        return choices;
    }
}
