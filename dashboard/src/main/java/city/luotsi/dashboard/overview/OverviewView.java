package city.luotsi.dashboard.overview;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.loading.TileState;
import city.luotsi.dashboard.notes.Notes;
import city.luotsi.dashboard.shell.Notice;
import city.luotsi.dashboard.shell.PeriodPicker;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.shell.Reading;
import city.luotsi.dashboard.situation.Situation;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.query.Feed;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One minute in the morning: what changed, then the headline KPIs of a city, each beside what it is compared with. */
@Route(":city([a-z0-9_@-]+)")
public final class OverviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Reading reading;
    private final transient Loader loader;
    private final transient Notes notes;
    private String title = "Luotsi";

    OverviewView(Reading reading, Loader loader, Notes notes) {
        this.reading = reading;
        this.loader = loader;
        this.notes = notes;
        addClassName("overview");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reading.entered(event).ifPresent(snapshot -> enter(event, snapshot));
    }

    private void enter(BeforeEnterEvent event, Snapshot snapshot) {
        Publication publication = snapshot.publication();
        Words words = Words.of(event.getUI().getLocale(), publication);
        Optional<String> asked = event.getLocation().getQueryParameters().getSingleParameter("period");
        Optional<Period> understood = asked.flatMap(Periods::read);
        show(snapshot, words, understood.orElseGet(() -> Periods.lastMonth(publication.completeThrough())));
        asked.filter(_ -> understood.isEmpty())
                .ifPresent(text -> addComponentAsFirst(Notice.notUnderstood(words, List.of(text))));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Snapshot snapshot, Words words, Period period) {
        Publication publication = snapshot.publication();
        title = words.say("overview.page-title", words.text(publication.name()));
        Summary summary = new Summary(words, publication.headline().size());
        UnorderedList tiles = new UnorderedList();
        tiles.addClassName("tiles");
        for (String kpi : publication.headline()) {
            tiles.add(tile(snapshot, words, publication.catalogue().kpi(kpi), period, summary));
        }
        Div head = new Div(heading(words, period), new PeriodPicker(words, period, chosen -> go(snapshot, chosen)));
        head.addClassName("head");
        Section figures = new Section(head, summary, tiles);
        figures.addClassName("key-figures");
        removeAll();
        add(morning(words), new Situation(snapshot, words, notes, loader), figures);
    }

    /** Which day it is as far as the data knows. */
    private static Component morning(Words words) {
        Publication publication = words.publication();
        H1 heading = new H1(words.say(
                "situation.title",
                words.text(publication.name()),
                words.dates().weekday(publication.completeThrough())));
        Div morning = new Div(heading, freshness(words));
        morning.addClassName("morning");
        return morning;
    }

    private static Component heading(Words words, Period period) {
        Period shown = period.until(words.publication().completeThrough());
        H2 heading = new H2(words.say("overview.title", words.dates().period(shown)));
        Div head = new Div(heading);
        if (!shown.equals(period)) {
            Paragraph unfinished =
                    new Paragraph(words.say("standing.unfinished", words.dates().day(shown.to())));
            unfinished.addClassName("freshness");
            head.add(unfinished);
        }
        return head;
    }

    /** What the figures stand on: how far the data goes, and how many feeds go that far. */
    private static Component freshness(Words words) {
        Publication publication = words.publication();
        List<Feed> late = publication.behind();
        int all = publication.feeds().size();
        Paragraph freshness = new Paragraph(
                new Span(words.say("data.complete-through", words.dates().day(publication.completeThrough()))));
        freshness.addClassName("freshness");
        if (all > 1) {
            LocalDate newest = publication.feeds().stream()
                    .map(Feed::completeThrough)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            freshness.add(
                    new Span(" · "),
                    new Span(words.say(
                            "data.feeds",
                            Integer.toString(all - late.size()),
                            Integer.toString(all),
                            words.dates().day(newest))));
        }
        for (Feed feed : late) {
            freshness.add(
                    new Span(" · "),
                    new Span(words.say(
                            "data.feed-late", feed.feed(), words.dates().day(feed.completeThrough()))));
        }
        return freshness;
    }

    private Component tile(Snapshot snapshot, Words words, Kpi kpi, Period period, Summary summary) {
        String link = Places.kpi(snapshot.place(), kpi.name()) + "?period=" + Periods.write(period);
        H3 name = new H3(new Anchor(link, words.text(kpi.title())));
        Slot<Headline> slot = new Slot<>(
                loader,
                words.wording(),
                () -> Headline.of(snapshot, kpi, period),
                headline -> new TileFace(headline, words));
        slot.andTell(state -> {
            if (!(state instanceof TileState.Loading)) {
                summary.heard(kpi, state);
            }
        });
        ListItem tile = new ListItem(name, slot);
        tile.addClassName("tile");
        tile.getElement().setAttribute("data-kpi", kpi.name());
        return tile;
    }

    private void go(Snapshot snapshot, Period period) {
        getUI().ifPresent(page -> page.navigate(
                Places.overview(snapshot.place()), QueryParameters.simple(Map.of("period", Periods.write(period)))));
    }
}
