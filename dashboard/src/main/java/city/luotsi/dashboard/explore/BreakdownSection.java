package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.Bars;
import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.chart.FigureBars;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.shell.Area;
import city.luotsi.dashboard.shell.Kept;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Refusal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where a figure comes from: the members of a dimension as bars; each leads one level down, by mouse or by table. */
final class BreakdownSection extends Section {
    private static final int MOST_BARS = 40;

    private final transient Words words;
    private final transient Loader loader;
    private final transient Steps steps;
    private final H2 heading = new H2();
    private final Choices<String> dimensions;
    private final LookBar looks;
    private final Div chart = new Div();
    private final Slot<Breakdown> apart;
    private final Div face = new Div();
    private final Paragraph hint;
    private final Bars bars = new Bars();
    private final Twin twin;
    private transient Cuts cuts;
    /** Of whose members the bars are. */
    private String drawn = "";

    BreakdownSection(Cuts first, Words words, Loader loader, Steps steps) {
        this.cuts = first;
        this.words = words;
        this.loader = loader;
        this.steps = steps;
        this.dimensions = new Choices<>(
                words.say("breakdown.by"), words, dimension -> steps.change(now -> now.by(Optional.of(dimension))));
        this.looks = new LookBar(words, steps);
        this.apart = new Slot<>(loader, words.wording(), this::face);
        this.hint = new Paragraph(words.say("breakdown.hint"));
        this.twin = new Twin(Twin.Of.BREAKDOWN, words, steps);
        hint.addClassNames("note", "how");
        bars.onPick(
                event -> FigureBars.member(drawn, event.key()).ifPresent(member -> steps.go(cuts.into(drawn, member))));
        addClassNames("card", "breakdown");
        Area.mark("breakdown", this, heading);
        Div head = new Div(heading, dimensions);
        head.addClassName("card-head");
        add(head, looks, chart);
    }

    void show(Cuts now) {
        cuts = now;
        Optional<String> chosen = now.chosen();
        Optional<Refusal> refusal =
                chosen.flatMap(dimension -> now.snapshot().refusal(now.query().by(dimension)));
        heading.setText(chosen.map(dimension -> words.say("breakdown.title", words.dimensionInText(dimension)))
                .orElseGet(() -> words.say("breakdown.none")));
        dimensions.offer(now.all().stream()
                .map(cut -> choice(cut, chosen.filter(cut.dimension()::equals).isPresent()))
                .toList());
        looks.setVisible(chosen.isPresent() && refusal.isEmpty());
        if (refusal.isPresent()) {
            Paragraph reason = new Paragraph(words.refusal(refusal.get()));
            reason.addClassName("reason");
            Kept.only(chart, List.of(reason));
        } else if (chosen.isPresent()) {
            looks.show(now, chosen.get());
            Kept.only(chart, List.of(slot(now, chosen.get())));
        } else {
            chart.removeAll();
        }
    }

    private Component slot(Cuts now, String dimension) {
        if (now.exploration().look() instanceof Look.Crossed(String other)
                && !other.equals(dimension)
                && now.snapshot()
                        .refusal(
                                now.query().where(other, Set.of(Member.UNKNOWN)).by(dimension))
                        .isEmpty()) {
            return new Slot<>(
                    loader,
                    words.wording(),
                    () -> Crossing.of(now.snapshot(), now.query(), dimension, other),
                    crossing -> new CrossingSection(crossing, dimension, other, now, words));
        }
        apart.ask(() -> Breakdown.of(now.snapshot(), now.exploration(), dimension));
        return apart;
    }

    private Choices.Choice<String> choice(Cuts.Cut cut, boolean chosen) {
        Optional<String> closed = cut.single()
                ? Optional.of(words.say("breakdown.single"))
                : cut.refusal().map(words::refusal);
        return new Choices.Choice<>(cut.dimension(), words.dimension(cut.dimension()), chosen, closed);
    }

    private Component face(Breakdown breakdown) {
        drawn = breakdown.dimension();
        KpiSeries series = breakdown.now();
        if (series.points().isEmpty()) {
            Paragraph empty = new Paragraph(words.say("breakdown.empty"));
            empty.addClassName("reason");
            return empty;
        }
        Look look = cuts.exploration().look();
        boolean isMap = !(look instanceof Look.Bars)
                && Look.of(words.publication(), breakdown.dimension()).contains(look);
        List<Component> parts = new ArrayList<>(
                isMap
                        ? List.of(
                                new MapSection(series, breakdown.dimension(), sentence(breakdown), cuts, words, steps))
                        : bars(breakdown));
        series.points().stream()
                .filter(point -> point.member().equals(Member.WITHHELD))
                .map(point -> new Paragraph(words.say(
                        "breakdown.withheld",
                        words.member(breakdown.dimension(), point.member()),
                        words.figure(series.kpi(), point.figure()))))
                .forEach(parts::add);
        parts.add(twin.show(
                words.say("breakdown.title", words.dimensionInText(breakdown.dimension())),
                () -> new Slot<>(
                        loader,
                        words.wording(),
                        () -> breakdown.before(cuts.snapshot()),
                        before -> table(breakdown, before))));
        Kept.only(face, parts);
        return face;
    }

    private List<Component> bars(Breakdown breakdown) {
        KpiSeries series = breakdown.now();
        // what isn't told apart is no member: beside it all others would be short
        List<KpiSeries.Point> members = series.points().stream()
                .filter(point -> !point.member().equals(Member.WITHHELD))
                .toList();
        List<KpiSeries.Point> first = members.stream().limit(MOST_BARS).toList();
        KpiSeries shown = new KpiSeries(
                series.kpi(), series.query(), series.answered(), first, series.grain(), series.carriedFrom());
        bars.show(
                FigureBars.of(
                        shown,
                        breakdown.dimension(),
                        words,
                        member -> cuts.into(breakdown.dimension(), member).link()),
                sentence(breakdown));
        List<Component> parts = new ArrayList<>(List.of(hint, bars));
        if (first.size() < members.size()) {
            parts.add(new Paragraph(
                    words.say("breakdown.more", Integer.toString(MOST_BARS), Integer.toString(members.size()))));
        }
        return parts;
    }

    /** Empty for what may not be told apart: there is nothing further down. */
    private Optional<Exploration> into(String dimension, String member) {
        return member.equals(Member.WITHHELD) ? Optional.empty() : Optional.of(cuts.into(dimension, member));
    }

    private String sentence(Breakdown breakdown) {
        KpiSeries series = breakdown.now();
        List<KpiSeries.Point> members = series.points().stream()
                .filter(point -> !point.member().equals(Member.WITHHELD))
                .toList();
        if (members.isEmpty()) {
            return words.text(series.kpi().title());
        }
        KpiSeries.Point first = members.getFirst();
        KpiSeries.Point last = members.getLast();
        Words alike = words.alike(members.stream().map(KpiSeries.Point::figure));
        return words.say(
                "breakdown.sentence",
                words.text(series.kpi().title()),
                words.dimensionInText(breakdown.dimension()),
                words.member(breakdown.dimension(), first.member()),
                alike.figure(series.kpi(), first.figure()),
                words.member(breakdown.dimension(), last.member()),
                alike.figure(series.kpi(), last.figure()));
    }

    private DataTable table(Breakdown breakdown, Breakdown.Before before) {
        Kpi kpi = breakdown.now().kpi();
        String dimension = breakdown.dimension();
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                new DataTable.Column(words.dimension(dimension), DataTable.Order.WORDS),
                new DataTable.Column(words.dates().period(breakdown.now().answered()), DataTable.Order.NUMBERS)));
        columns.addAll(Twin.partColumns(kpi, words));
        columns.addAll(List.of(
                new DataTable.Column(words.say("breakdown.previous"), DataTable.Order.NUMBERS),
                new DataTable.Column(words.say("breakdown.year-ago"), DataTable.Order.NUMBERS),
                new DataTable.Column(words.say("breakdown.coverage"), DataTable.Order.NUMBERS)));
        List<DataTable.Row> rows = breakdown.now().points().stream()
                .map(point -> new DataTable.Row(
                        DataTable.Cell.of(words.member(dimension, point.member())),
                        into(dimension, point.member())
                                .map(there -> there.showing(steps.exploration().tables())
                                        .link()),
                        Stream.of(
                                        Stream.of(Twin.cell(kpi, Optional.of(point.figure()), words)),
                                        Twin.partCells(kpi, point.figure(), words).stream(),
                                        Stream.of(
                                                beside(kpi, before.previous(), point),
                                                beside(kpi, before.yearAgo(), point),
                                                coverage(point.figure())))
                                .flatMap(cells -> cells)
                                .toList()))
                .toList();
        return new DataTable(
                words.say("breakdown.title", words.dimensionInText(dimension)),
                columns,
                rows,
                words.wording().locale());
    }

    private DataTable.Cell beside(Kpi kpi, Map<String, Figure> before, KpiSeries.Point point) {
        return Twin.cell(kpi, Optional.ofNullable(before.get(point.member())), words);
    }

    private DataTable.Cell coverage(Figure figure) {
        return figure instanceof Figure.Known known
                ? new DataTable.Cell(words.amounts().coverage(known.coverage()), Optional.of(known.coverage()))
                : DataTable.Cell.of("–");
    }
}
