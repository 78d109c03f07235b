package city.luotsi.dashboard.passport;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.comparison.StandingText;
import city.luotsi.dashboard.data.Lineage;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Quantity;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.query.Feed;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Provenance;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A passport as it is read and printed: the number first, then what it rests on. */
final class PassportFace extends Div {
    private final transient Passport passport;
    private final transient Asked asked;
    private final transient Snapshot snapshot;
    private final transient Words words;
    private final transient Kpi kpi;

    PassportFace(Passport passport, Asked asked, Snapshot snapshot, Words words) {
        this.passport = passport;
        this.asked = asked;
        this.snapshot = snapshot;
        this.words = words;
        this.kpi = passport.standing().kpi();
        addClassName("passport-face");
        add(number(), definition(), data(), publication());
        passport.provenance().ifPresent(provenance -> add(checked(provenance)));
    }

    private Component number() {
        DescriptionList list = list();
        StandingText text = new StandingText(passport.standing(), words);
        Paragraph figure = text.quantity().map(PassportFace::figure).orElseGet(() -> {
            Paragraph none = new Paragraph(words.opening(text.reason()));
            none.addClassName("none");
            return none;
        });
        passport.known().ifPresent(known -> {
            entry(list, "exact", words.amounts().exact(kpi, known.value()));
            known.parts().ifPresent(parts -> {
                entry(list, "numerator", number(parts.numerator()));
                entry(list, "denominator", number(parts.denominator()));
            });
            entry(list, "coverage", words.amounts().percent(Math.floor(known.coverage() * 10_000) / 10_000, 2));
            entry(list, "excluded", excluded(known));
        });
        entry(list, "hidden", hidden());
        entry(list, "target", target());
        return card("number", figure, list);
    }

    private static Paragraph figure(Quantity quantity) {
        Paragraph figure = new Paragraph(quantity.numeral());
        if (!quantity.unit().isEmpty()) {
            Span unit = new Span(quantity.unit());
            unit.addClassName("unit");
            figure.add(new Span(" "), unit);
        }
        figure.addClassName("figure");
        return figure;
    }

    private String excluded(Figure.Known known) {
        double left = 1 - known.coverage();
        return left <= 0
                ? words.say("passport.excluded.none")
                : words.say("passport.excluded.some", words.amounts().percent(Math.ceil(left * 10_000) / 10_000, 2));
    }

    private String hidden() {
        if (passport.figure().filter(Figure.Hidden.class::isInstance).isPresent()) {
            return words.say("figure.hidden");
        }
        if (snapshot.leavesOutConfidential(asked.query())) {
            return words.say("explore.open-only");
        }
        return passport.provenance()
                .filter(provenance -> provenance.hidden() > 0)
                .map(provenance ->
                        words.say("passport.hidden.some", number((double) provenance.hidden()), number((double)
                                provenance.told())))
                .orElseGet(() -> words.say("passport.hidden.none"));
    }

    private String target() {
        Optional<Target> target = passport.standing().target();
        return target.map(aim -> words.say(
                        "data.target",
                        words.amounts().decided(kpi, aim.value()),
                        aim.department()
                                .map(one -> words.member("department", one))
                                .orElseGet(() -> words.text(words.publication().name())),
                        words.dates().day(aim.from()),
                        aim.decision()))
                .orElseGet(() -> words.say("target.none"));
    }

    private Component definition() {
        DescriptionList list = list();
        list.add(term("meaning", words.say("definition.meaning")), text(words.text(kpi.meaning())));
        entry(
                list,
                "adds-up",
                words.say("passport.rollup."
                        + kpi.rollup().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        list.add(
                term("source", words.say("definition.source")),
                text(kpi.source().orElseGet(() -> words.say("definition.own"))));
        String owner = words.publication().owners().get(kpi.name());
        list.add(
                term("owner", words.say("definition.owner")),
                text(owner == null ? words.say("definition.nobody") : words.member("department", owner)));
        list.add(
                term("lineage", words.say("data.lineage")),
                text(String.join(" → ", Lineage.of(kpi, words.publication().catalogue()))));
        list.add(term("hash", words.say("data.hash")), text(kpi.hash()));
        list.add(term("sql", words.say("data.sql")), code(kpi.file().select()));
        return card("definition", list);
    }

    private Component data() {
        DataTable table = new DataTable(
                words.say("passport.data"),
                List.of(
                        new DataTable.Column(words.say("data.column.feed"), DataTable.Order.WORDS),
                        new DataTable.Column(words.say("data.column.events"), DataTable.Order.NUMBERS),
                        new DataTable.Column(words.say("data.column.first-day"), DataTable.Order.TIME),
                        new DataTable.Column(words.say("data.column.complete-through"), DataTable.Order.TIME)),
                words.publication().feeds().stream().map(this::feed).toList(),
                words.wording().locale());
        Div rest = new Div();
        gaps().forEach(gap -> {
            Paragraph line =
                    new Paragraph(words.say("passport.gap", words.dates().period(gap)));
            line.addClassName("note");
            rest.add(line);
        });
        Paragraph through = new Paragraph(words.say(
                "data.complete-through", words.dates().day(words.publication().knownThrough(kpi))));
        return card("data", through, table, rest);
    }

    private List<Period> gaps() {
        Period period = asked.query().period();
        return words.publication().gaps().stream()
                .filter(gap -> !gap.from().isAfter(period.to()) && !gap.to().isBefore(period.from()))
                .toList();
    }

    private DataTable.Row feed(Feed feed) {
        return new DataTable.Row(
                DataTable.Cell.of(feed.feed()),
                Optional.empty(),
                List.of(
                        new DataTable.Cell(number((double) feed.events()), Optional.of((double) feed.events())),
                        new DataTable.Cell(words.dates().day(feed.firstDay()), Optional.of((double)
                                feed.firstDay().toEpochDay())),
                        new DataTable.Cell(words.dates().day(feed.completeThrough()), Optional.of((double)
                                feed.completeThrough().toEpochDay()))));
    }

    private Component publication() {
        Paragraph which = new Paragraph(words.say(
                "publication.in-use",
                Long.toString(snapshot.number()),
                time(words.publication().createdAt())));
        Paragraph said = new Paragraph(
                passport.retold().size() < 2
                        ? words.say("passport.retold.alone")
                        : passport.restated() == 0
                                ? words.say(
                                        "passport.retold.same",
                                        Integer.toString(passport.retold().size()))
                                : words.say(
                                        "passport.retold.differ",
                                        Long.toString(passport.restated()),
                                        Integer.toString(passport.retold().size())));
        Div rest = new Div();
        if (passport.retold().size() > 1) {
            rest.add(retold());
        }
        return card("publication", which, said, rest);
    }

    private DataTable retold() {
        return new DataTable(
                words.say("passport.publication"),
                List.of(
                        new DataTable.Column(words.say("data.column.publication"), DataTable.Order.NUMBERS),
                        new DataTable.Column(words.say("data.column.published"), DataTable.Order.TIME),
                        new DataTable.Column(words.text(kpi.title()), DataTable.Order.NUMBERS),
                        new DataTable.Column(words.say("passport.remark"), DataTable.Order.WORDS)),
                passport.retold().stream().map(this::retold).toList(),
                words.wording().locale());
    }

    private DataTable.Row retold(Retold one) {
        long number = one.publication().number();
        String remark = !one.definedAlike()
                ? words.say("changes.definition.changed")
                : passport.figure().filter(figure -> !one.isLike(figure)).isPresent()
                        ? words.say("passport.restated")
                        : one.figure().isEmpty() ? words.say("passport.not-whole") : "";
        return new DataTable.Row(
                new DataTable.Cell(Long.toString(number), Optional.of((double) number)),
                Optional.of(asked.link(one.publication().place())),
                List.of(
                        new DataTable.Cell(time(one.publication().createdAt()), Optional.of((double)
                                one.publication().createdAt().toEpochMilli())),
                        new DataTable.Cell(
                                one.figure()
                                        .map(figure -> words.inColumn(kpi, figure))
                                        .orElse("–"),
                                one.figure().flatMap(Figure::number)),
                        DataTable.Cell.of(remark)));
    }

    private Component checked(Provenance provenance) {
        DescriptionList list = list();
        entry(list, "table", provenance.table());
        list.add(term("asked", words.say("passport.asked")), code(provenance.sql()));
        String link =
                asked.link(snapshot.isAsPublished() ? snapshot.place() : snapshot.city() + "@" + snapshot.number());
        list.add(
                term("link", words.say("passport.link")),
                new DescriptionList.Description(new Anchor(link, words.say("passport.link.this"))));
        list.add(term("verify", words.say("passport.verify")), code("./luotsi jobs verify '%s'".formatted(link)));
        return card("checked", list);
    }

    private Section card(String key, Component... content) {
        Section card = new Section(new H2(words.say("passport." + key)));
        card.addClassNames("card", "passport-" + key);
        card.add(content);
        return card;
    }

    private static DescriptionList list() {
        DescriptionList list = new DescriptionList();
        list.addClassName("facts");
        return list;
    }

    private void entry(DescriptionList list, String key, String description) {
        list.add(term(key, words.say("passport." + key)), text(description));
    }

    private static DescriptionList.Term term(String key, String name) {
        DescriptionList.Term term = new DescriptionList.Term(name);
        term.getElement().setAttribute("data-fact", key);
        return term;
    }

    private static DescriptionList.Description text(String text) {
        return new DescriptionList.Description(text);
    }

    private static DescriptionList.Description code(String text) {
        Pre code = new Pre(text);
        code.getElement().setAttribute("tabindex", "0");
        return new DescriptionList.Description(code);
    }

    private String number(double value) {
        return words.amounts().number(value, 2);
    }

    /** In the city's time. */
    private String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.wording().locale())
                .format(at.atZone(words.publication().zone()));
    }
}
