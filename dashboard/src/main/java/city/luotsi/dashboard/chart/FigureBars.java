package city.luotsi.dashboard.chart;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiSeries;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A figure by the members of a dimension, as bars. */
public final class FigureBars {
    private FigureBars() {}

    /**
     * A bar per member, as they come; its key names the dimension too.
     *
     * @param href where a member leads; "": nowhere
     */
    public static List<Bars.Bar> of(KpiSeries series, String dimension, Words words, UnaryOperator<String> href) {
        Words alike = words.alike(series.points().stream().map(KpiSeries.Point::figure));
        double longest = series.points().stream()
                .flatMap(point -> point.figure().number().stream())
                .reduce(0.0, Math::max);
        return series.points().stream()
                .map(point -> {
                    String text = text(series, point.figure(), alike);
                    double number = point.figure().number().orElse(0.0);
                    return new Bars.Bar(
                            key(dimension, point.member()),
                            words.member(dimension, point.member()),
                            0,
                            longest > 0 ? Math.max(0, number / longest) : 0,
                            text,
                            alike.figureWithParts(series.kpi(), point.figure()),
                            Bars.Tone.PLAIN,
                            href.apply(point.member()));
                })
                .toList();
    }

    private static String key(String dimension, String member) {
        return dimension + "/" + member;
    }

    /** The member whose bar was clicked; empty if the bars were of another dimension then: a second click may come late. */
    public static Optional<String> member(String dimension, String key) {
        String start = key(dimension, "");
        return Optional.of(key)
                .filter(picked -> picked.startsWith(start))
                .map(picked -> picked.substring(start.length()));
    }

    /** A rate without what it is per, which the KPI's name says. */
    private static String text(KpiSeries series, Figure figure, Words words) {
        return figure.number()
                .filter(_ -> series.kpi().unit() == Unit.RATE)
                .map(number -> words.amounts().rounded(series.kpi(), number).numeral())
                .orElseGet(() -> words.figure(series.kpi(), figure));
    }
}
