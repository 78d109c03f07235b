package city.luotsi.dashboard.data;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;

/** Every key figure: what it means, who answers for it, how it is counted and from what. */
final class KpisSection extends Section {

    KpisSection(Words words, Loader loader, Snapshot snapshot) {
        new Tables(words).card(this, "kpis");
        for (Kpi kpi : words.publication().catalogue().kpis().values()) {
            add(details(kpi, words, loader, snapshot));
        }
    }

    private static Component details(Kpi kpi, Words words, Loader loader, Snapshot snapshot) {
        NativeDetails details = new NativeDetails(words.text(kpi.title()));
        details.addClassName("kpi");
        // made when it is first looked at: nobody opens all
        details.addToggleListener(event -> {
            if (event.isOpened() && details.getContent() == null) {
                details.setContent(content(kpi, words, loader, snapshot));
            }
        });
        return details;
    }

    private static Component content(Kpi kpi, Words words, Loader loader, Snapshot snapshot) {
        DescriptionList list = new DescriptionList();
        list.addClassName("facts");
        entry(list, words.say("definition.meaning"), words.text(kpi.meaning()));
        entry(list, words.say("definition.source"), kpi.source().orElseGet(() -> words.say("definition.own")));
        String owner = words.publication().owners().get(kpi.name());
        entry(
                list,
                words.say("definition.owner"),
                owner == null ? words.say("definition.nobody") : words.member("department", owner));
        List<Target> targets = words.publication().targets().stream()
                .filter(target -> target.kpi().equals(kpi.name()))
                .toList();
        if (targets.isEmpty()) {
            entry(list, words.say("data.targets"), words.say("target.none"));
        }
        for (Target target : targets) {
            entry(list, words.say("data.targets"), target(kpi, target, words));
        }
        list.add(
                new DescriptionList.Term(words.say("data.coverage")),
                new DescriptionList.Description(coverage(kpi, words, loader, snapshot)));
        entry(
                list,
                words.say("data.lineage"),
                String.join(" → ", Lineage.of(kpi, words.publication().catalogue())));
        entry(list, words.say("data.hash"), kpi.hash());
        list.add(new DescriptionList.Term(words.say("data.sql")));
        Pre sql = new Pre(kpi.file().select());
        sql.getElement().setAttribute("tabindex", "0");
        list.add(new DescriptionList.Description(sql));
        list.add(
                new DescriptionList.Term(words.say("data.figures")),
                new DescriptionList.Description(
                        new Anchor(Places.kpi(snapshot.place(), kpi.name()), words.text(kpi.title()))));
        return list;
    }

    /** Of the last month that the figure knows whole: for how many of the cases the source says what it needs. */
    private static Component coverage(Kpi kpi, Words words, Loader loader, Snapshot snapshot) {
        Period month = Periods.lastMonth(words.publication().knownThrough(kpi));
        return new Slot<>(
                loader,
                words.wording(),
                () -> snapshot.answer(KpiQuery.of(kpi.name(), month)).only(),
                figure -> new Paragraph(words.say(
                        "data.coverage.of",
                        words.dates().period(month),
                        figure instanceof Figure.Known known
                                ? words.say("coverage", words.amounts().coverage(known.coverage()))
                                : words.figure(kpi, figure))));
    }

    private static String target(Kpi kpi, Target target, Words words) {
        return words.say(
                "data.target",
                words.amounts().decided(kpi, target.value()),
                Optional.of(target)
                        .flatMap(Target::department)
                        .map(department -> words.member("department", department))
                        .orElseGet(() -> words.text(words.publication().name())),
                words.dates().day(target.from()),
                target.decision());
    }

    private static void entry(DescriptionList list, String term, String description) {
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
    }
}
