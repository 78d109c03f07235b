package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Standing;
import city.luotsi.dashboard.comparison.StandingText;
import city.luotsi.dashboard.comparison.StandingView;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.shell.Aloud;
import city.luotsi.dashboard.shell.Still;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The number itself, what it is compared with, and the ways to why and to what stands behind it. */
final class NowSection extends Section {
    private final transient Words words;
    private final H2 heading = new H2();
    private final Still face = new Still(new Div());
    private final Slot<Standing> number;
    private transient Exploration exploration;

    NowSection(Cuts first, Words words, Loader loader) {
        this.exploration = first.exploration();
        this.words = words;
        this.number = new Slot<>(loader, words.wording(), this::told);
        addClassNames("card", "now");
        add(heading, number);
    }

    void show(Cuts now) {
        exploration = now.exploration();
        heading.setText(words.opening(words.dates()
                .period(exploration.period().until(words.publication().completeThrough()))));
        number.ask(() -> Standing.of(now.snapshot(), now.query()));
    }

    private Component told(Standing standing) {
        StandingText text = new StandingText(standing, words);
        Paragraph sentence = new Paragraph(text.sentence());
        sentence.addClassNames("sentence", "told");
        Aloud.tell(sentence);
        Div picture = new Div(new StandingView(text), sentence);
        text.unfinished().map(Paragraph::new).ifPresent(note -> {
            note.addClassName("note");
            picture.add(note);
        });
        Div further = new Div(passport());
        further.addClassName("further");
        why(standing).ifPresent(further::addComponentAsFirst);
        picture.add(further);
        face.show(picture);
        return face;
    }

    private Component passport() {
        Anchor passport = new Anchor(exploration.passport(words.publication()), words.say("passport.of"));
        passport.addClassName("bar-link");
        return passport;
    }

    /** From how much it changed to why. */
    private Optional<Component> why(Standing standing) {
        Optional<Period> against = standing.now()
                .known()
                .flatMap(_ -> Stream.of(
                                Map.entry(standing.asked().previous(), standing.previous()),
                                Map.entry(standing.asked().yearAgo(), standing.yearAgo()))
                        .filter(before -> before.getValue().known().isPresent())
                        .map(Map.Entry::getKey)
                        .findFirst());
        return against.map(period -> {
            Anchor why = new Anchor(new Inquiry(exploration, new Against.Time(period)).link(), words.say("why.link"));
            why.addClassNames("button", "why-link");
            why.setAriaLabel(words.say("why.link.of", words.text(standing.kpi().title())));
            return why;
        });
    }
}
