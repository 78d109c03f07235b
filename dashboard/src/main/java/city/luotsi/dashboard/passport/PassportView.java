package city.luotsi.dashboard.passport;

import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.shell.Notice;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.shell.Reading;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.Snapshots;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Any number, and all that an auditor asks of it. */
@Route(":city([a-z0-9_@-]+)/passport/:kpi([a-z0-9_]+)")
public final class PassportView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Reading reading;
    private final transient Snapshots snapshots;
    private final transient Loader loader;
    private String title = "Luotsi";

    PassportView(Reading reading, Snapshots snapshots, Loader loader) {
        this.reading = reading;
        this.snapshots = snapshots;
        this.loader = loader;
        addClassName("passport");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reading.enteredWithKpi(event).ifPresent(snapshot -> enter(event, snapshot));
    }

    private void enter(BeforeEnterEvent event, Snapshot snapshot) {
        String kpi = event.getRouteParameters().get(Places.KPI).orElseThrow();
        Words words = Words.of(event.getUI().getLocale(), snapshot.publication());
        Asked asked =
                Asked.read(snapshot.publication(), kpi, event.getLocation().getQueryParameters());
        show(snapshot, words, asked);
        if (!asked.notUnderstood().isEmpty()) {
            addComponentAsFirst(Notice.notUnderstood(words, asked.notUnderstood()));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Snapshot snapshot, Words words, Asked asked) {
        Kpi kpi = snapshot.publication().catalogue().kpi(asked.query().kpi());
        title = words.say("passport.page-title", words.text(kpi.title()));
        removeAll();
        add(
                head(snapshot, words, asked, kpi),
                new Slot<>(
                        loader,
                        words.wording(),
                        () -> Passport.of(snapshots, snapshot, asked.query()),
                        passport -> new PassportFace(passport, asked, snapshot, words)));
    }

    private static Component head(Snapshot snapshot, Words words, Asked asked, Kpi kpi) {
        H1 heading = new H1(words.say("passport.title", words.text(kpi.title())));
        Paragraph which = new Paragraph(which(words, asked));
        which.addClassName("meaning");
        NativeButton print = new NativeButton(
                words.say("passport.print"),
                event -> event.getSource().getElement().executeJs("window.print()"));
        print.addClassName("button");
        Anchor page = new Anchor(asked.page(snapshot.place()), words.say("passport.back"));
        page.addClassName("bar-link");
        Div ways = new Div(page, print);
        ways.addClassName("buttons");
        Div head = new Div(new Div(heading, which), ways);
        head.addClassName("head");
        return head;
    }

    /** Of which city, which part of it, and which days. */
    private static String which(Words words, Asked asked) {
        List<String> parts = new ArrayList<>();
        parts.add(words.text(words.publication().name()));
        asked.query()
                .filters()
                .forEach((dimension, members) -> parts.add(members.stream()
                        .map(member -> words.member(dimension, member))
                        .collect(Collectors.joining(", "))));
        parts.add(words.dates()
                .period(asked.query().period().until(words.publication().completeThrough())));
        return String.join(" · ", parts);
    }
}
