package city.luotsi.dashboard.data;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.shell.Reading;
import city.luotsi.dashboard.snapshot.Announced;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Was what I reported last week still right: what differs between an earlier publication and the one that is read. */
@Route(":city([a-z0-9_@-]+)/changes/:before([0-9]{1,18})")
public final class ChangesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Reading reading;
    private final transient Loader loader;
    private String title = "Luotsi";

    ChangesView(Reading reading, Loader loader) {
        this.reading = reading;
        this.loader = loader;
        addClassNames("data", "changes");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Snapshot> now = reading.of(Places.city(event.getRouteParameters()));
        Optional<Snapshot> before = now.flatMap(snapshot -> Places.before(event.getRouteParameters())
                .flatMap(number -> reading.of(Announced.place(snapshot.city(), number))));
        if (now.isEmpty() || before.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(
                before.get(),
                now.get(),
                Words.of(event.getUI().getLocale(), now.get().publication()));
    }

    private void show(Snapshot before, Snapshot now, Words words) {
        title = words.say("changes.page-title", words.text(words.publication().name()));
        Tables tables = new Tables(words);
        removeAll();
        add(head(before, now, tables), definitions(before, now, tables), restated(before, now, tables));
    }

    private static Component head(Snapshot before, Snapshot now, Tables tables) {
        Words words = tables.words();
        H1 heading =
                new H1(words.say("changes.title", words.text(words.publication().name())));
        Paragraph which = new Paragraph(words.say(
                "changes.which",
                Long.toString(before.number()),
                tables.time(before.publication().createdAt()).text(),
                Long.toString(now.number()),
                tables.time(now.publication().createdAt()).text()));
        Paragraph freshness = new Paragraph(words.say(
                "changes.complete-through",
                words.dates().day(before.publication().completeThrough()),
                words.dates().day(now.publication().completeThrough())));
        freshness.addClassName("freshness");
        Div head = new Div(new Div(heading, which, freshness));
        head.addClassName("head");
        return head;
    }

    private static Component definitions(Snapshot before, Snapshot now, Tables tables) {
        Words words = tables.words();
        Section section = tables.card(new Section(), "changed-definitions");
        Map<String, Restatements.Definition> changed =
                Restatements.definitions(before.publication(), now.publication());
        if (changed.isEmpty()) {
            section.add(new Paragraph(words.say("changes.definitions.none")));
            return section;
        }
        section.add(tables.table(
                "changed-definitions",
                List.of(tables.words("kpi"), tables.words("change")),
                changed.entrySet().stream()
                        .map(one -> Tables.row(
                                Tables.text(name(one.getKey(), before, now, words)),
                                Tables.text(words.say("changes.definition."
                                        + one.getValue().name().toLowerCase(Locale.ROOT)))))
                        .toList()));
        return section;
    }

    private static String name(String kpi, Snapshot before, Snapshot now, Words words) {
        Kpi known = now.publication().catalogue().kpis().get(kpi);
        return words.text(
                known == null ? before.publication().catalogue().kpi(kpi).title() : known.title());
    }

    private Component restated(Snapshot before, Snapshot now, Tables tables) {
        Section section = tables.card(new Section(), "restated");
        section.add(new Slot<>(
                loader,
                tables.words().wording(),
                () -> Restatements.between(before, now),
                found -> table(tables, found, now.place())));
        return section;
    }

    private static Component table(Tables tables, Restatements found, String place) {
        Words words = tables.words();
        Div face = new Div(new Paragraph(words.say(
                found.restated().isEmpty() ? "changes.restated.none" : "changes.restated.some",
                tables.count(found.compared()).text(),
                Integer.toString(found.months()),
                tables.count(found.restated().size()).text())));
        if (!found.restated().isEmpty()) {
            face.add(tables.table(
                    "restated",
                    List.of(tables.words("kpi"), tables.times("month"), tables.numbers("was"), tables.numbers("is")),
                    found.restated().stream()
                            .map(one -> row(tables, one, place))
                            .toList()));
        }
        return face;
    }

    private static DataTable.Row row(Tables tables, Restatements.Restated one, String place) {
        Words words = tables.words();
        LocalDate month = one.month();
        String link = Places.kpi(place, one.kpi().name()) + "?period="
                + month.toString().substring(0, 7);
        return new DataTable.Row(
                Tables.text(words.text(one.kpi().title())),
                Optional.of(link),
                List.of(
                        new DataTable.Cell(
                                words.dates().period(Period.month(month.getYear(), month.getMonthValue())),
                                Optional.of((double) month.toEpochDay())),
                        cell(one.kpi(), one.before(), words),
                        cell(one.kpi(), one.now(), words)));
    }

    private static DataTable.Cell cell(Kpi kpi, Figure figure, Words words) {
        return new DataTable.Cell(words.inColumn(kpi, figure), figure.number());
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
