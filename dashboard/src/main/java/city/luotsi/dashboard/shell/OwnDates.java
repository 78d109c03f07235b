package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Two days of one's own, in the browser's own way of choosing a day: on a phone that is the phone's. */
final class OwnDates extends Span {
    private final Input from;
    private final Input to;

    OwnDates(Words words, Period current, Consumer<Period> chosen) {
        addClassName("own-dates");
        Period data = words.publication().data();
        from = day(current.from(), data);
        to = day(current.to(), data);
        NativeButton show = new NativeButton(words.say("period.show"), event -> period().ifPresent(chosen));
        show.addClassName("button");
        add(labelled(words.say("period.from"), from), labelled(words.say("period.to"), to), show);
    }

    void focus() {
        from.getElement().callJsFunction("focus");
    }

    /** Whichever comes first begins it; empty while a day is missing. */
    private Optional<Period> period() {
        return read(from)
                .flatMap(first ->
                        read(to).map(last -> first.isAfter(last) ? new Period(last, first) : new Period(first, last)));
    }

    private static Optional<LocalDate> read(Input input) {
        try {
            return Optional.of(LocalDate.parse(input.getValue()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Input day(LocalDate value, Period data) {
        Input input = new Input();
        input.setType("date");
        input.setValue(value.toString());
        input.getElement().setAttribute("min", data.from().toString());
        input.getElement().setAttribute("max", data.to().toString());
        return input;
    }

    private static NativeLabel labelled(String text, Input input) {
        NativeLabel label = new NativeLabel(text);
        label.add(input);
        return label;
    }
}
