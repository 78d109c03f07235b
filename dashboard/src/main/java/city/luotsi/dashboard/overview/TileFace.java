package city.luotsi.dashboard.overview;

import city.luotsi.dashboard.chart.Sparkline;
import city.luotsi.dashboard.comparison.StandingText;
import city.luotsi.dashboard.comparison.StandingView;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Step;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.OptionalDouble;

/** A loaded tile: the standing, and the shape of the last months. */
final class TileFace extends Div {

    TileFace(Headline headline, Words words) {
        addClassName("face");
        add(new StandingView(new StandingText(headline.standing(), words)));
        List<Figure> course = headline.course();
        List<Figure.Known> known = course.stream()
                .filter(Figure.Known.class::isInstance)
                .map(Figure.Known.class::cast)
                .toList();
        if (known.size() > 1) {
            var kpi = headline.standing().kpi();
            Words alike = words.alike(course.stream());
            add(new Sparkline(
                    course.stream().map(TileFace::number).toList(),
                    words.say(
                            headline.pace() == Step.WEEK ? "sparkline.week" : "sparkline.month",
                            Integer.toString(course.size()),
                            alike.figure(kpi, known.getFirst()),
                            alike.figure(kpi, known.getLast()))));
        }
        Paragraph foot = new Paragraph(words.say(
                "data.complete-through",
                words.dates()
                        .day(words.publication()
                                .knownThrough(headline.standing().kpi()))));
        foot.addClassName("note");
        add(foot);
    }

    private static OptionalDouble number(Figure figure) {
        return figure.number().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
