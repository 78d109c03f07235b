package city.luotsi.dashboard.data;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.shell.Reading;
import city.luotsi.dashboard.shell.UnderWay;
import city.luotsi.dashboard.snapshot.JobRuns;
import city.luotsi.dashboard.snapshot.Quarantine;
import city.luotsi.dashboard.snapshot.RunsUnderWay;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.Snapshots;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.query.Publication;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;

/** Can today's figures be relied on: what came in, how it was checked, what was left out, what each figure means. */
@Route(":city([a-z0-9_@-]+)/data")
public final class DataView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Reading reading;
    private final transient Snapshots snapshots;
    private final transient Loader loader;
    private final transient JobRuns runs;
    private final transient RunsUnderWay underWay;
    private final transient Quarantine quarantine;
    private String title = "Luotsi";

    DataView(
            Reading reading,
            Snapshots snapshots,
            Loader loader,
            JobRuns runs,
            RunsUnderWay underWay,
            Quarantine quarantine) {
        this.reading = reading;
        this.snapshots = snapshots;
        this.loader = loader;
        this.runs = runs;
        this.underWay = underWay;
        this.quarantine = quarantine;
        addClassName("data");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reading.entered(event).ifPresent(snapshot -> enter(event, snapshot));
    }

    private void enter(BeforeEnterEvent event, Snapshot snapshot) {
        Publication publication = snapshot.publication();
        Words words = Words.of(event.getUI().getLocale(), publication);
        title = words.say("data.page-title", words.text(publication.name()));
        String city = snapshot.city();
        Tables tables = new Tables(words);
        removeAll();
        add(
                head(words),
                new FeedsSection(tables, loader, () -> runs.last(city, RunsSection.SHOWN)),
                new ChecksSection(tables),
                new RunsSection(
                        tables,
                        loader,
                        new UnderWay(underWay, city, publication.zone(), words.wording()),
                        () -> runs.last(city, RunsSection.SHOWN)),
                new PublicationsSection(tables, loader, () -> snapshots.announced(city, PublicationsSection.SHOWN)),
                new QuarantineSection(tables, loader, () -> quarantine.records(city, QuarantineSection.SHOWN)),
                new KpisSection(words, loader, snapshot));
    }

    private static Div head(Words words) {
        H1 heading =
                new H1(words.say("data.title", words.text(words.publication().name())));
        Paragraph freshness = new Paragraph(words.say(
                "data.complete-through", words.dates().day(words.publication().completeThrough())));
        freshness.addClassName("freshness");
        Div head = new Div(new Div(heading, freshness));
        head.addClassName("head");
        return head;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
