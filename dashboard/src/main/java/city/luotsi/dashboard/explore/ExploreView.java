package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.notes.Notes;
import city.luotsi.dashboard.shell.Notice;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.shell.Reading;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One KPI: its number, its course over time, and step by step down to where it comes from. */
@Route(":city([a-z0-9_@-]+)/kpi/:kpi([a-z0-9_]+)")
public final class ExploreView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Reading reading;
    private final transient Loader loader;
    private final transient Notes notes;
    private transient Optional<ExplorePage> shown = Optional.empty();
    private String title = "Luotsi";

    ExploreView(Reading reading, Loader loader, Notes notes) {
        this.reading = reading;
        this.loader = loader;
        this.notes = notes;
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
        Cuts cuts = new Cuts(snapshot, exploration);
        Words words = Words.of(event.getUI().getLocale(), snapshot.publication());
        title = words.say(
                "explore.page-title",
                words.text(snapshot.publication().catalogue().kpi(kpi).title()),
                words.text(snapshot.publication().name()));
        ExplorePage there = shown.filter(page -> page.isOf(cuts))
                .orElseGet(() ->
                        new ExplorePage(cuts, words, loader, notes, new Steps(event.getUI(), cuts.exploration())));
        there.show(cuts, notices(words, cuts, Exploration.notUnderstood(snapshot.publication(), parameters)));
        if (!there.isAttached()) {
            removeAll();
            add(there);
        }
        shown = Optional.of(there);
    }

    private static List<Notice> notices(Words words, Cuts cuts, List<String> notUnderstood) {
        List<Notice> notices = new ArrayList<>();
        if (cuts.snapshot().leavesOutConfidential(cuts.query())) {
            notices.add(new Notice(words.say("explore.open-only")));
        }
        if (!notUnderstood.isEmpty()) {
            notices.add(Notice.notUnderstood(words, notUnderstood));
        }
        return notices;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
