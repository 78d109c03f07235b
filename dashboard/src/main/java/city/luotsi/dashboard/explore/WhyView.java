package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.shell.Notice;
import city.luotsi.dashboard.shell.PeriodPicker;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.shell.Reading;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Optional;

/** Why a KPI changed: which parts of it moved the figure, and by how much. */
@Route(":city([a-z0-9_@-]+)/kpi/:kpi([a-z0-9_]+)/why")
public final class WhyView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Reading reading;
    private final transient Loader loader;
    private String title = "Luotsi";

    WhyView(Reading reading, Loader loader) {
        this.reading = reading;
        this.loader = loader;
        addClassNames("explore", "why-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reading.enteredWithKpi(event).ifPresent(snapshot -> enter(event, snapshot));
    }

    private void enter(BeforeEnterEvent event, Snapshot snapshot) {
        String kpi = event.getRouteParameters().get(Places.KPI).orElseThrow();
        QueryParameters parameters = event.getLocation().getQueryParameters();
        Inquiry inquiry = Inquiry.read(snapshot.place(), snapshot.publication(), kpi, parameters);
        Words words = Words.of(event.getUI().getLocale(), snapshot.publication());
        show(snapshot, words, inquiry, new Steps(event.getUI(), inquiry));
        List<String> notUnderstood = Inquiry.notUnderstood(snapshot.publication(), parameters);
        if (!notUnderstood.isEmpty()) {
            addComponentAtIndex(1, Notice.notUnderstood(words, notUnderstood));
        }
        if (snapshot.leavesOutConfidential(inquiry.exploration().query(words.publication()))) {
            addComponentAtIndex(1, new Notice(words.say("explore.open-only")));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Snapshot snapshot, Words words, Inquiry inquiry, Steps steps) {
        Exploration exploration = inquiry.exploration();
        String name = words.text(
                snapshot.publication().catalogue().kpi(exploration.kpi()).title());
        title = words.say(
                "why.page-title", name, words.text(snapshot.publication().name()));
        Div head = new Div(
                new Div(new H1(words.say("why.title", name))),
                new PeriodPicker(words, exploration.period(), period -> steps.change(now -> now.during(period))));
        head.addClassName("head");
        FilterBar filters = new FilterBar(words, steps);
        filters.show(new Cuts(snapshot, exploration));
        removeAll();
        add(
                new Trail(exploration, words, Optional.of(words.say("why.link"))),
                head,
                filters,
                new WhySection(
                        snapshot, inquiry, words, loader, steps, new AgainstBar(snapshot, inquiry, words, steps)));
    }
}
