package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.Chart;
import city.luotsi.dashboard.chart.ChartOption;
import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.comparison.Standing;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
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
import java.util.function.Consumer;

/** The course of a figure, with its target, and the same as a table. */
final class TrendSection extends Section {
    private static final int HEIGHT = 300;

    private final transient Cuts cuts;
    private final transient Words words;
    private final transient Consumer<Exploration> go;

    TrendSection(Cuts cuts, Words words, Loader loader, Consumer<Exploration> go) {
        this.cuts = cuts;
        this.words = words;
        this.go = go;
        addClassNames("card", "trend");
        Div head = new Div(new H2(words.say("trend.title")), paces());
        head.addClassName("card-head");
        add(head);
        Optional<Refusal> refusal = cuts.paceRefusal(cuts.exploration().pace());
        if (refusal.isPresent()) {
            Paragraph reason = new Paragraph(words.refusal(refusal.get()));
            reason.addClassName("reason");
            add(reason);
            return;
        }
        add(new Slot<>(loader, words.wording(), () -> Trend.of(cuts.snapshot(), cuts.exploration()), this::face));
    }

    private Component paces() {
        List<Choices.Choice> choices = new ArrayList<>();
        for (Step pace : Exploration.PACES) {
            choices.add(new Choices.Choice(
                    words.say("trend." + Exploration.name(pace)),
                    pace == cuts.exploration().pace(),
                    cuts.paceRefusal(pace).map(words::refusal),
                    () -> go.accept(cuts.exploration().at(pace))));
        }
        return new Choices(words.say("trend.pace"), choices, words);
    }

    private Component face(Trend trend) {
        KpiSeries series = trend.series();
        Optional<ChartOption.Aim> aim = Standing.target(
                        words.publication(),
                        cuts.exploration().query(),
                        series.answered().to())
                .map(target -> new ChartOption.Aim(
                        target.value(),
                        words.say("target.set", words.amounts().decided(series.kpi(), target.value()))));
        Chart chart = new Chart(ChartOption.line(series, words, aim), sentence(series), HEIGHT);
        chart.onPick(event -> Periods.read(event.key())
                .ifPresent(period -> go.accept(cuts.exploration().during(period))));
        return new Div(chart, Twin.of(words, table(series)));
    }

    private String sentence(KpiSeries series) {
        List<KpiSeries.Point> known = series.points().stream()
                .filter(point -> point.figure() instanceof Figure.Known)
                .toList();
        String title = words.text(series.kpi().title());
        if (known.isEmpty()) {
            return words.say("trend.empty", title);
        }
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
                new DataTable.Column(words.say("period.label"), false),
                new DataTable.Column(words.text(series.kpi().title()), true));
        List<DataTable.Row> rows = series.points().stream()
                .map(point -> new DataTable.Row(
                        words.dates().period(point.period()),
                        Optional.of(cuts.exploration().during(point.period()).link()),
                        List.of(Twin.cell(series.kpi(), Optional.of(point.figure()), words))))
                .toList();
        return new DataTable(words.say("trend.title"), columns, rows.reversed());
    }
}
