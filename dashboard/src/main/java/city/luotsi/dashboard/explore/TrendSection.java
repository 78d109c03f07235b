package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.Chart;
import city.luotsi.dashboard.chart.ChartOption;
import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.chart.Marks;
import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.comparison.Standing;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.notes.Note;
import city.luotsi.dashboard.notes.Notes;
import city.luotsi.dashboard.shell.Area;
import city.luotsi.dashboard.wording.Words;
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
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The course of a figure, with its target, and the same as a table. */
final class TrendSection extends Section {
    private static final int HEIGHT = 300;

    private final transient Cuts cuts;
    private final transient Words words;
    private final transient Steps steps;

    /** With what was noted in its time. */
    private record Noted(Trend trend, List<Note> notes) {}

    TrendSection(Cuts cuts, Words words, Loader loader, Steps steps, Notes notes) {
        this.cuts = cuts;
        this.words = words;
        this.steps = steps;
        addClassNames("card", "trend");
        H2 heading = new H2(words.say("trend.title"));
        Area.mark("trend", this, heading);
        Div head = new Div(heading, paces());
        head.addClassName("card-head");
        add(head);
        Optional<Refusal> refusal = cuts.paceRefusal(cuts.exploration().pace());
        if (refusal.isPresent()) {
            Paragraph reason = new Paragraph(words.refusal(refusal.get()));
            reason.addClassName("reason");
            add(reason);
            return;
        }
        add(new Slot<>(
                loader,
                words.wording(),
                () -> new Noted(
                        Trend.of(cuts.snapshot(), cuts.exploration()),
                        notes.standing(cuts.snapshot().city(), cuts.concern())),
                this::face));
    }

    private Component paces() {
        List<Choices.Choice> choices = new ArrayList<>();
        for (Step pace : Exploration.PACES) {
            choices.add(new Choices.Choice(
                    words.say("trend." + Exploration.name(pace)),
                    pace == cuts.exploration().pace(),
                    cuts.paceRefusal(pace).map(words::refusal),
                    () -> steps.go(cuts.exploration().at(pace))));
        }
        return new Choices(words.say("trend.pace"), choices, words);
    }

    private Component face(Noted noted) {
        KpiSeries series = noted.trend().series();
        if (series.points().stream().noneMatch(point -> point.figure().number().isPresent())) {
            Paragraph nothing = new Paragraph(
                    words.figure(series.kpi(), series.points().getLast().figure()));
            nothing.addClassName("reason");
            return nothing;
        }
        Optional<ChartOption.Aim> aim = Standing.target(
                        words.publication(),
                        cuts.exploration().query(),
                        series.answered().to())
                .map(target -> new ChartOption.Aim(
                        target.value(),
                        words.say("target.set", words.amounts().decided(series.kpi(), target.value()))));
        ObjectNode line = ChartOption.line(series, words, aim);
        Marks.put(line, series, noted.notes().stream().map(Note::day).toList(), words.dates()::day);
        Chart chart = new Chart(line, sentence(series), HEIGHT);
        chart.onPick(event -> Periods.read(event.key())
                .ifPresent(period -> steps.go(cuts.exploration().during(period))));
        return new Div(chart, new Twin(Twin.Of.TREND, words, steps, () -> table(series)));
    }

    private String sentence(KpiSeries series) {
        List<KpiSeries.Point> known = series.points().stream()
                .filter(point -> point.figure() instanceof Figure.Known)
                .toList();
        String title = words.text(series.kpi().title());
        return words.say(
                "trend.sentence",
                title,
                words.dates().period(known.getFirst().period()),
                words.figure(series.kpi(), known.getFirst().figure()),
                words.dates().period(known.getLast().period()),
                words.figure(series.kpi(), known.getLast().figure()));
    }

    private DataTable table(KpiSeries series) {
        List<DataTable.Column> columns = List.of(
                new DataTable.Column(words.say("period.label"), DataTable.Order.TIME),
                new DataTable.Column(words.text(series.kpi().title()), DataTable.Order.NUMBERS));
        List<DataTable.Row> rows = series.points().stream()
                .map(point -> new DataTable.Row(
                        new DataTable.Cell(words.dates().period(point.period()), Optional.of((double)
                                point.period().from().toEpochDay())),
                        Optional.of(steps.exploration().during(point.period()).link()),
                        List.of(Twin.cell(series.kpi(), Optional.of(point.figure()), words))))
                .toList();
        return new DataTable(
                words.say("trend.title"),
                columns,
                rows.reversed(),
                words.wording().locale());
    }
}
