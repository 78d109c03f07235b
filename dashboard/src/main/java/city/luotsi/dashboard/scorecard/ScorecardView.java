package city.luotsi.dashboard.scorecard;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.loading.TileState;
import city.luotsi.dashboard.notes.Concern;
import city.luotsi.dashboard.notes.Notes;
import city.luotsi.dashboard.notes.NotesSection;
import city.luotsi.dashboard.notes.Scope;
import city.luotsi.dashboard.shell.Area;
import city.luotsi.dashboard.shell.Notice;
import city.luotsi.dashboard.shell.Pick;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.shell.Reading;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headline figures of a department, or of the city, for Monday's meeting: where they stand, and where the year will end. */
@Route(":city([a-z0-9_@-]+)/scorecard/:department?([a-z0-9_]+)")
public final class ScorecardView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Reading reading;
    private final transient Loader loader;
    private final transient Notes notes;
    private String title = "Luotsi";

    ScorecardView(Reading reading, Loader loader, Notes notes) {
        this.reading = reading;
        this.loader = loader;
        this.notes = notes;
        addClassName("scorecard");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Snapshot> snapshot = reading.of(Places.city(event.getRouteParameters()));
        Optional<Card> card = snapshot.flatMap(known -> Card.read(
                known.place(),
                known.publication(),
                event.getRouteParameters(),
                event.getLocation().getQueryParameters()));
        if (card.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        Words words = Words.of(event.getUI().getLocale(), snapshot.orElseThrow().publication());
        show(snapshot.orElseThrow(), words, card.get());
        List<String> notUnderstood = Card.notUnderstood(event.getLocation().getQueryParameters());
        if (!notUnderstood.isEmpty()) {
            addComponentAsFirst(Notice.notUnderstood(words, notUnderstood));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Snapshot snapshot, Words words, Card card) {
        title = words.say("scorecard.page-title", whose(card.department(), words));
        Div head = new Div(heading(words, card), choices(words, card));
        head.addClassName("head");
        ScorecardSummary summary = new ScorecardSummary(words);
        MonthsSection months = new MonthsSection(words, card);
        removeAll();
        add(head, summary, rows(snapshot, words, card, summary, months), months, noted(words, card), method(words));
    }

    private Component noted(Words words, Card card) {
        List<String> headline = words.publication().headline();
        return new NotesSection(
                notes,
                loader,
                words,
                Concern.of(words.publication(), headline, card.filters()),
                Scope.ofEach(headline, card.department()));
    }

    private static String whose(Optional<String> department, Words words) {
        return department
                .map(one -> words.member(Card.DEPARTMENT, one))
                .orElseGet(() -> words.text(words.publication().name()));
    }

    private static Component heading(Words words, Card card) {
        H1 heading = new H1(words.say(
                "scorecard.title",
                whose(card.department(), words),
                words.dates().period(card.month())));
        Paragraph freshness = new Paragraph(words.say(
                "data.complete-through", words.dates().day(words.publication().completeThrough())));
        freshness.addClassName("freshness");
        return new Div(heading, freshness);
    }

    private Component choices(Words words, Card card) {
        List<Optional<String>> departments = new ArrayList<>(List.of(Optional.empty()));
        words.publication().members(Card.DEPARTMENT).stream()
                .map(Member::id)
                .map(Optional::of)
                .forEach(departments::add);
        Pick<Optional<String>> department =
                Pick.labelled(words.dimension(Card.DEPARTMENT), chosen -> go(card.of(chosen)));
        department.offer(departments, one -> name(one, words), Optional.of(card.department()));
        List<Period> months = new ArrayList<>(Card.months(words.publication()));
        if (!months.contains(card.month())) {
            months.addFirst(card.month());
        }
        Pick<Period> month = Pick.labelled(words.say("data.column.month"), chosen -> go(card.in(chosen)));
        month.offer(months, words.dates()::period, Optional.of(card.month()));
        Area.mark("department", department, department);
        Area.mark("month", month, month);
        Div choices = new Div(department, month);
        choices.addClassName("card-choices");
        return choices;
    }

    private static String name(Optional<String> department, Words words) {
        return department
                .map(id -> words.member(Card.DEPARTMENT, id))
                .orElseGet(() -> words.say(
                        "scorecard.city", words.text(words.publication().name())));
    }

    private void go(Card card) {
        getUI().ifPresent(page -> page.navigate(card.address(), card.parameters()));
    }

    private Component rows(Snapshot snapshot, Words words, Card card, ScorecardSummary summary, MonthsSection months) {
        List<String> headline = words.publication().headline();
        Map<String, TileState<Score>> heard = new HashMap<>();
        UnorderedList rows = new UnorderedList();
        rows.addClassName("scores");
        for (String name : headline) {
            Kpi kpi = words.publication().catalogue().kpi(name);
            Slot<Score> slot = new Slot<>(
                    loader, words.wording(), () -> Score.of(snapshot, kpi, card), score -> new ScoreFace(score, words));
            slot.andTell(state -> {
                if (state instanceof TileState.Loading) {
                    return;
                }
                heard.put(name, state);
                if (heard.size() == headline.size()) {
                    List<TileState<Score>> all = headline.stream()
                            .flatMap(one -> Optional.ofNullable(heard.get(one)).stream())
                            .toList();
                    summary.heard(all);
                    months.heard(all);
                }
            });
            ListItem row = new ListItem(new H2(new Anchor(card.link(name), words.text(kpi.title()))), slot);
            row.addClassName("score");
            row.getElement().setAttribute("data-kpi", name);
            rows.add(row);
        }
        Section section = new Section(columns(words), rows);
        section.addClassNames("card", "rows");
        return section;
    }

    /** For the eye alone: who listens hears each cell's own name. */
    private static Component columns(Words words) {
        Div columns = new Div(new Span(words.say("data.column.kpi")));
        Div facts = new Div();
        facts.addClassName("score-face");
        ScoreFace.COLUMNS.forEach(column -> facts.add(new Span(words.say("scorecard.column." + column))));
        columns.add(facts);
        columns.addClassNames("score", "score-head");
        columns.getElement().setAttribute("aria-hidden", "true");
        return columns;
    }

    private static Component method(Words words) {
        NativeDetails method = new NativeDetails(words.say("scorecard.method"));
        method.addClassNames("card", "definition");
        method.setContent(new Div(
                new Paragraph(words.say("scorecard.method.what")),
                new Paragraph(words.say("scorecard.method.sure")),
                new Paragraph(words.say("scorecard.method.none"))));
        return method;
    }
}
