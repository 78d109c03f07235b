package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.chart.FigureLines;
import city.luotsi.dashboard.chart.LinePlot;
import city.luotsi.dashboard.chart.Lines;
import city.luotsi.dashboard.chart.Marks;
import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.comparison.Standing;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.notes.Note;
import city.luotsi.dashboard.notes.Notes;
import city.luotsi.dashboard.shell.Area;
import city.luotsi.dashboard.shell.Kept;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Refusal;
import city.luotsi.figures.query.Step;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The course of a figure, with its target, and the same as a table. */
final class TrendSection extends Section {
    private static final int HEIGHT = 300;

    private final transient Words words;
    private final transient Steps steps;
    private final transient Notes notes;
    private final Choices<Step> paces;
    private final BesideBar beside;
    private final Div chart = new Div();
    private final Slot<Noted> course;
    private final Div face = new Div();
    private final Lines lines = new Lines(HEIGHT);
    private final Twin twin;
    private transient Cuts cuts;

    /** With what was noted in its time. */
    private record Noted(Trend trend, List<Note> notes) {}

    TrendSection(Cuts first, Words words, Loader loader, Steps steps, Notes notes) {
        this.cuts = first;
        this.words = words;
        this.steps = steps;
        this.notes = notes;
        this.paces = new Choices<>(words.say("trend.pace"), words, pace -> steps.change(now -> now.at(pace)));
        this.beside = new BesideBar(words, steps);
        this.course = new Slot<>(loader, words.wording(), this::face);
        this.twin = new Twin(Twin.Of.TREND, words, steps);
        lines.onPick(event -> Periods.read(event.key())
                .ifPresent(period -> steps.go(cuts.exploration().during(period))));
        addClassNames("card", "trend");
        H2 heading = new H2(words.say("trend.title"));
        Area.mark("trend", this, heading);
        Div head = new Div(heading, paces);
        head.addClassName("card-head");
        add(head, beside, chart);
    }

    void show(Cuts now) {
        cuts = now;
        paces.offer(Exploration.PACES.stream().map(pace -> choice(now, pace)).toList());
        Optional<Refusal> refusal = now.paceRefusal(now.exploration().pace());
        beside.setVisible(refusal.isEmpty());
        if (refusal.isPresent()) {
            Paragraph reason = new Paragraph(words.refusal(refusal.get()));
            reason.addClassName("reason");
            Kept.only(chart, List.of(reason));
            return;
        }
        beside.show(now);
        Kept.only(chart, List.of(course));
        course.ask(() -> new Noted(
                Trend.of(now.snapshot(), now.exploration()),
                notes.standing(now.snapshot().city(), now.concern())));
    }

    private Choices.Choice<Step> choice(Cuts now, Step pace) {
        return new Choices.Choice<>(
                pace,
                words.say("trend." + Exploration.name(pace)),
                pace == now.exploration().pace(),
                now.paceRefusal(pace).map(words::refusal));
    }

    private Component face(Noted noted) {
        Trend trend = noted.trend();
        KpiSeries series = trend.series();
        if (series.points().stream().noneMatch(point -> point.figure().number().isPresent())) {
            Paragraph nothing = new Paragraph(
                    words.figure(series.kpi(), series.points().getLast().figure()));
            nothing.addClassName("reason");
            return nothing;
        }
        Optional<Target> target = Standing.target(
                words.publication(), cuts.query(), series.answered().to());
        Words alike = alike(trend, target);
        Optional<FigureLines.Aim> aim = target.map(known -> new FigureLines.Aim(
                known.value(), words.say("target.set", alike.amounts().decided(series.kpi(), known.value()))));
        List<FigureLines.Named> others = trend.beside().entrySet().stream()
                .map(other -> new FigureLines.Named(BesideBar.name(other.getKey(), words), other.getValue()))
                .toList();
        LinePlot plot = FigureLines.of(series, others, alike, aim)
                .marked(Marks.of(series, noted.notes().stream().map(Note::day).toList(), words.dates()::day));
        lines.show(plot, sentence(series, others, alike));
        List<Component> parts = new ArrayList<>(List.of(lines));
        missing(series).map(Paragraph::new).forEach(missing -> {
            missing.addClassName("note");
            parts.add(missing);
        });
        if (!others.isEmpty()) {
            parts.add(new Legend(
                    own(), others.stream().map(FigureLines.Named::name).toList(), words));
        }
        parts.add(twin.show(words.say("trend.title"), () -> table(series, others)));
        Kept.only(face, parts);
        return face;
    }

    /** Why the line has gaps, reason by reason. */
    private Stream<String> missing(KpiSeries series) {
        Map<String, Long> missing = series.points().stream()
                .map(KpiSeries.Point::figure)
                .filter(figure -> !(figure instanceof Figure.Known))
                .collect(Collectors.groupingBy(
                        figure -> words.figure(series.kpi(), figure), LinkedHashMap::new, Collectors.counting()));
        return missing.entrySet().stream()
                .map(reason -> words.say(
                        "trend.missing",
                        Long.toString(reason.getValue()),
                        Integer.toString(series.points().size()),
                        reason.getKey()));
    }

    /** The lines and the target are compared by eye, and told in one unit. */
    private Words alike(Trend trend, Optional<Target> target) {
        return words.alike(Stream.concat(Stream.of(trend.series()), trend.beside().values().stream())
                        .flatMap(series -> series.points().stream())
                        .map(KpiSeries.Point::figure))
                .alike(target.stream().mapToDouble(Target::value).toArray());
    }

    /** What the line itself is of. */
    private String own() {
        Filters filters = cuts.exploration().filters();
        List<String> members = filters.members().keySet().stream()
                .map(dimension -> filters.named(dimension, words))
                .toList();
        return members.isEmpty() ? words.text(words.publication().name()) : String.join(", ", members);
    }

    private String sentence(KpiSeries series, List<FigureLines.Named> others, Words alike) {
        List<KpiSeries.Point> known = series.points().stream()
                .filter(point -> point.figure() instanceof Figure.Known)
                .toList();
        String title = words.text(series.kpi().title());
        StringBuilder sentence = new StringBuilder(words.say(
                "trend.sentence",
                title,
                words.dates().period(known.getFirst().period()),
                alike.figure(series.kpi(), known.getFirst().figure()),
                words.dates().period(known.getLast().period()),
                alike.figure(series.kpi(), known.getLast().figure())));
        for (FigureLines.Named other : others) {
            sentence.append(words.say(
                    "beside.sentence",
                    other.name(),
                    alike.figure(series.kpi(), other.series().points().getLast().figure())));
        }
        return sentence.toString();
    }

    private DataTable table(KpiSeries series, List<FigureLines.Named> others) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                new DataTable.Column(words.say("period.label"), DataTable.Order.TIME),
                new DataTable.Column(
                        others.isEmpty() ? words.text(series.kpi().title()) : own(), DataTable.Order.NUMBERS)));
        columns.addAll(Twin.partColumns(series.kpi(), words));
        others.forEach(other -> columns.add(new DataTable.Column(other.name(), DataTable.Order.NUMBERS)));
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < series.points().size(); i++) {
            KpiSeries.Point point = series.points().get(i);
            List<DataTable.Cell> cells = new ArrayList<>();
            cells.add(Twin.cell(series.kpi(), Optional.of(point.figure()), words));
            cells.addAll(Twin.partCells(series.kpi(), point.figure(), words));
            for (FigureLines.Named other : others) {
                cells.add(Twin.cell(
                        series.kpi(), Optional.of(other.series().points().get(i).figure()), words));
            }
            rows.add(new DataTable.Row(
                    new DataTable.Cell(words.dates().period(point.period()), Optional.of((double)
                            point.period().from().toEpochDay())),
                    Optional.of(steps.exploration().during(point.period()).link()),
                    cells));
        }
        return new DataTable(
                words.say("trend.title"),
                columns,
                rows.reversed(),
                words.wording().locale());
    }
}
