package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.HeatMap;
import city.luotsi.dashboard.chart.ShadeLegend;
import city.luotsi.dashboard.chart.Shades;
import city.luotsi.dashboard.shell.Notice;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Figure;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The heat map of two dimensions, with what its shades mean. */
final class CrossingSection extends Div {
    /** One of one is a share too, and says nothing. */
    private static final int ENOUGH = 20;

    CrossingSection(Crossing crossing, String rows, String columns, Cuts cuts, Words words) {
        Kpi kpi = words.publication().catalogue().kpi(cuts.exploration().kpi());
        List<Figure> told = crossing.columns().values().stream()
                .flatMap(figures -> figures.entrySet().stream())
                .filter(figure -> !figure.getKey().equals(Member.WITHHELD))
                .map(Map.Entry::getValue)
                .toList();
        Words alike = words.alike(told.stream());
        Shades shades = Shades.of(
                told.stream().flatMap(figure -> figure.number().stream()).toList());
        List<HeatMap.Heading> headings = crossing.columns().keySet().stream()
                .map(member -> heading(columns, member, cuts, words))
                .toList();
        Set<String> members = new LinkedHashSet<>();
        crossing.columns().values().forEach(figures -> members.addAll(figures.keySet()));
        boolean withheld = members.remove(Member.WITHHELD);
        List<HeatMap.Row> lines = new ArrayList<>();
        for (String member : members) {
            List<HeatMap.Cell> cells = crossing.columns().values().stream()
                    .map(figures -> cell(kpi, figures, member, alike))
                    .toList();
            lines.add(new HeatMap.Row(heading(rows, member, cuts, words), cells));
        }
        String caption = words.say(
                "crossing.title", words.text(kpi.title()), words.dimensionInText(rows), words.dimensionInText(columns));
        add(note(caption));
        ends(crossing, kpi, rows, columns, alike).ifPresent(this::add);
        if (withheld) {
            add(note(words.say("crossing.withheld", words.member(rows, Member.WITHHELD))));
        }
        if (!cuts.snapshot().leavesOutConfidential(cuts.query())
                && crossing.columns().keySet().stream()
                        .anyMatch(member -> isOfOpenServices(rows, columns, member, cuts))) {
            add(new Notice(words.say("explore.open-only")));
        }
        add(new HeatMap(caption, words.dimension(rows), headings, lines, shades), new ShadeLegend(shades, kpi, alike));
    }

    private record Place(String row, String column, Figure figure, double value) {}

    /** What the eye finds first: where it is highest, and where lowest. Of shares only those of enough cases to mean something. */
    private static Optional<Paragraph> ends(Crossing crossing, Kpi kpi, String rows, String columns, Words words) {
        List<Place> known = new ArrayList<>();
        crossing.columns()
                .forEach((column, figures) -> figures.forEach((row, figure) -> figure.number()
                        .filter(_ -> !row.equals(Member.WITHHELD) && isEnough(kpi, figure))
                        .ifPresent(value -> known.add(new Place(row, column, figure, value)))));
        if (known.size() < 2) {
            return Optional.empty();
        }
        Comparator<Place> byValue = Comparator.comparingDouble(Place::value);
        Place highest = Collections.max(known, byValue);
        Place lowest = Collections.min(known, byValue);
        return Optional.of(note(words.say(
                kpi.unit() == Unit.PERCENT ? "crossing.sentence.enough" : "crossing.sentence",
                words.member(rows, highest.row()),
                words.member(columns, highest.column()),
                words.figureWithParts(kpi, highest.figure()),
                words.member(rows, lowest.row()),
                words.member(columns, lowest.column()),
                words.figureWithParts(kpi, lowest.figure()),
                Integer.toString(ENOUGH))));
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("note");
        return note;
    }

    /** The cells of a column are of one member of it, which confidential services may not be told apart by. */
    private static boolean isOfOpenServices(String rows, String columns, String member, Cuts cuts) {
        return cuts.snapshot()
                .leavesOutConfidential(
                        cuts.query().where(columns, Set.of(member)).by(rows));
    }

    private static boolean isEnough(Kpi kpi, Figure figure) {
        return switch (figure) {
            case Figure.Known known
            when kpi.unit() == Unit.PERCENT ->
                known.parts().filter(parts -> parts.denominator() >= ENOUGH).isPresent();
            case Figure.Known _,
                    Figure.NotProvided _,
                    Figure.BeforeData _,
                    Figure.NotApplicable _,
                    Figure.NotYetKnown _,
                    Figure.Hidden _ -> true;
        };
    }

    private static HeatMap.Heading heading(String dimension, String member, Cuts cuts, Words words) {
        return new HeatMap.Heading(
                words.member(dimension, member), cuts.into(dimension, member).link());
    }

    private static HeatMap.Cell cell(Kpi kpi, Map<String, Figure> figures, String member, Words words) {
        Optional<Figure> figure = Optional.ofNullable(figures.get(member));
        return new HeatMap.Cell(
                figure.map(known -> words.figure(kpi, known)).orElse("–"),
                figure.map(known -> words.figureWithParts(kpi, known)).orElse(""),
                figure.flatMap(Figure::number).map(OptionalDouble::of).orElseGet(OptionalDouble::empty));
    }
}
