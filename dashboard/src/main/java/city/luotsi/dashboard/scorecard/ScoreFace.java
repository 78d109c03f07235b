package city.luotsi.dashboard.scorecard;

import city.luotsi.dashboard.chart.Sparkline;
import city.luotsi.dashboard.comparison.StandingText;
import city.luotsi.dashboard.comparison.StandingView;
import city.luotsi.dashboard.wording.Quantity;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.forecast.YearEnd;
import city.luotsi.figures.query.Figure;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A loaded row: beside each other on a desk and on paper, one below the other on a phone. */
final class ScoreFace extends DescriptionList {
    /** What stands in a row, in order; {@code scorecard.column.<name>} names it. */
    static final List<String> COLUMNS = List.of("latest", "course", "target", "year-ago", "forecast");

    private final transient ScoreText text;
    private final transient Words words;

    ScoreFace(Score score, Words words) {
        this.text = new ScoreText(score, words);
        this.words = text.words();
        addClassName("score-face");
        StandingText standing = text.standing();
        cell("latest", latest(standing));
        cell("course", course(score));
        cell("target", target(score, standing));
        cell("year-ago", yearAgo(standing));
        cell("forecast", forecast(score));
    }

    private void cell(String column, List<Component> content) {
        Description what = new Description();
        what.add(content);
        Div cell = new Div(new Term(words.say("scorecard.column." + column)), what);
        cell.addClassName(column);
        add(cell);
    }

    private List<Component> latest(StandingText standing) {
        Paragraph number = standing.quantity().map(ScoreFace::figure).orElseGet(() -> {
            Paragraph none = new Paragraph(words.opening(standing.reason()));
            none.addClassName("none");
            return none;
        });
        number.setTitle(standing.exact());
        List<Component> lines = new java.util.ArrayList<>(List.of(number, note(text.behind())));
        standing.notes().forEach(note -> lines.add(note(note)));
        return lines;
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

    private List<Component> course(Score score) {
        List<Figure> course = score.course();
        Kpi kpi = score.kpi();
        List<Figure.Known> known = course.stream()
                .filter(Figure.Known.class::isInstance)
                .map(Figure.Known.class::cast)
                .toList();
        if (known.size() < 2) {
            return List.of(note("–"));
        }
        return List.of(new Sparkline(
                course.stream()
                        .map(figure -> figure.number().map(OptionalDouble::of).orElseGet(OptionalDouble::empty))
                        .toList(),
                words.say(
                        "sparkline.month",
                        Integer.toString(course.size()),
                        words.amounts().rounded(kpi, known.getFirst().value()).text(),
                        words.amounts().rounded(kpi, known.getLast().value()).text())));
    }

    private static List<Component> target(Score score, StandingText standing) {
        Paragraph target = new Paragraph(standing.target());
        target.addClassName("target");
        score.standing().targetMet().ifPresent(met -> target.addClassName(met ? "met" : "missed"));
        return List.of(target);
    }

    private List<Component> yearAgo(StandingText standing) {
        List<StandingText.ChangeText> changes = standing.changes();
        return changes.isEmpty()
                ? List.of(note("–"))
                : List.of(new UnorderedList(StandingView.change(changes.getLast())));
    }

    private List<Component> forecast(Score score) {
        if (score.yearEnd().isEmpty()) {
            return List.of(note("–"));
        }
        return switch (score.yearEnd().get()) {
            case YearEnd.TooLittle little -> List.of(note(text.tooLittle(little)));
            case YearEnd.Expected expected -> expected(score, expected);
        };
    }

    private List<Component> expected(Score score, YearEnd.Expected expected) {
        Paragraph value = new Paragraph(words.say(
                "scorecard.expected",
                text.span(expected),
                text.value(expected.forecast().value())));
        value.addClassName("expected");
        List<Component> lines = new java.util.ArrayList<>(List.of(value, note(text.interval(expected.forecast()))));
        score.outlook().ifPresent(outlook -> {
            Paragraph line = new Paragraph(text.outlook(outlook));
            line.addClassNames("target", outlook.name().toLowerCase(Locale.ROOT));
            lines.add(line);
        });
        HtmlContainer tried = note(text.tried(expected.forecast()));
        tried.addClassName("tried");
        lines.add(tried);
        return lines;
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("note");
        return note;
    }
}
