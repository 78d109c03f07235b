package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Standing;
import city.luotsi.dashboard.comparison.StandingText;
import city.luotsi.dashboard.comparison.StandingView;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.notes.Notes;
import city.luotsi.dashboard.notes.NotesSection;
import city.luotsi.dashboard.notes.Scope;
import city.luotsi.dashboard.shell.Aloud;
import city.luotsi.dashboard.shell.Notice;
import city.luotsi.dashboard.shell.PeriodPicker;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.shell.Reading;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One KPI: its number, its course over time, and step by step down to where it comes from. */
@Route(":city([a-z0-9_@-]+)/kpi/:kpi([a-z0-9_]+)")
public final class ExploreView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Reading reading;
    private final transient Loader loader;
    private final transient Notes notes;
    private String title = "Luotsi";

    ExploreView(Reading reading, Loader loader, Notes notes) {
        this.reading = reading;
        this.loader = loader;
        this.notes = notes;
        addClassName("explore");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reading.enteredWithKpi(event).ifPresent(snapshot -> enter(event, snapshot));
    }

    private void enter(BeforeEnterEvent event, Snapshot snapshot) {
        String kpi = event.getRouteParameters().get(Places.KPI).orElseThrow();
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Exploration read = Exploration.read(snapshot.place(), snapshot.publication(), kpi, parameters);
        Exploration exploration = parameters.getSingleParameter("pace").isPresent()
                ? read
                : read.at(new Cuts(snapshot, read).usualPace());
        Words words = Words.of(event.getUI().getLocale(), snapshot.publication());
        show(snapshot, words, exploration, new Steps(event.getUI(), exploration));
        List<String> notUnderstood = Exploration.notUnderstood(snapshot.publication(), parameters);
        if (!notUnderstood.isEmpty()) {
            addComponentAtIndex(1, Notice.notUnderstood(words, notUnderstood));
        }
        if (snapshot.leavesOutConfidential(exploration.query(words.publication()))) {
            addComponentAtIndex(1, new Notice(words.say("explore.open-only")));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Snapshot snapshot, Words words, Exploration exploration, Steps steps) {
        Kpi kpi = snapshot.publication().catalogue().kpi(exploration.kpi());
        String name = words.text(kpi.title());
        title = words.say(
                "explore.page-title", name, words.text(snapshot.publication().name()));
        H1 heading = new H1(name);
        Paragraph meaning = new Paragraph(words.text(kpi.meaning()));
        meaning.addClassName("meaning");
        Div head = new Div(
                new Div(heading, meaning),
                new PeriodPicker(words, exploration.period(), period -> steps.go(exploration.during(period))));
        head.addClassName("head");
        Cuts cuts = new Cuts(snapshot, exploration);
        removeAll();
        add(
                new Trail(exploration, words),
                head,
                new FilterBar(cuts, words, steps),
                standing(snapshot, words, exploration),
                new TrendSection(cuts, words, loader, steps, notes),
                new NotesSection(notes, loader, words, cuts.concern(), Scope.of(kpi.name(), cuts.filters())),
                new BreakdownSection(cuts, words, loader, steps),
                new Definition(kpi, words));
    }

    private Component standing(Snapshot snapshot, Words words, Exploration exploration) {
        Slot<Standing> slot = new Slot<>(
                loader,
                words.wording(),
                () -> Standing.of(snapshot, exploration.query(snapshot.publication())),
                standing -> {
                    StandingText text = new StandingText(standing, words);
                    Paragraph sentence = new Paragraph(text.sentence());
                    sentence.addClassNames("sentence", "told");
                    Aloud.tell(sentence);
                    Div face = new Div(new StandingView(text), sentence);
                    text.unfinished().map(Paragraph::new).ifPresent(note -> {
                        note.addClassName("note");
                        face.add(note);
                    });
                    Div further = new Div(passport(exploration, words));
                    further.addClassName("further");
                    why(standing, exploration, words).ifPresent(further::addComponentAsFirst);
                    face.add(further);
                    return face;
                });
        H2 heading = new H2(words.opening(words.dates()
                .period(exploration.period().until(snapshot.publication().completeThrough()))));
        Section section = new Section(heading, slot);
        section.addClassNames("card", "now");
        return section;
    }

    private static Component passport(Exploration exploration, Words words) {
        Anchor passport = new Anchor(exploration.passport(words.publication()), words.say("passport.of"));
        passport.addClassName("bar-link");
        return passport;
    }

    /** From how much it changed to why. */
    private static Optional<Component> why(Standing standing, Exploration exploration, Words words) {
        Optional<Period> against = standing.now()
                .known()
                .flatMap(_ -> Stream.of(
                                Map.entry(standing.asked().previous(), standing.previous()),
                                Map.entry(standing.asked().yearAgo(), standing.yearAgo()))
                        .filter(before -> before.getValue().known().isPresent())
                        .map(Map.Entry::getKey)
                        .findFirst());
        return against.map(period -> {
            Anchor why = new Anchor(new Inquiry(exploration, period).link(), words.say("why.link"));
            why.addClassNames("button", "why-link");
            why.setAriaLabel(words.say("why.link.of", words.text(standing.kpi().title())));
            return why;
        });
    }
}
