package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.ShadeLegend;
import city.luotsi.dashboard.chart.Shades;
import city.luotsi.dashboard.chart.TileLayout;
import city.luotsi.dashboard.chart.TileMap;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiSeries;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The members of a dimension that have places, as tiles that lie like the city; what has no place is told beneath. */
final class MapSection extends Div {

    MapSection(KpiSeries series, String dimension, String sentence, Cuts cuts, Words words) {
        Map<String, Figure> figures = new HashMap<>();
        series.points().forEach(point -> figures.put(point.member(), point.figure()));
        List<TileMap.Tile> tiles = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Member member : words.publication().members(dimension)) {
            Figure figure = figures.remove(member.id());
            if (figure != null
                    && member.longitude().isPresent()
                    && member.latitude().isPresent()) {
                figure.number().ifPresent(values::add);
                tiles.add(new TileMap.Tile(
                        new TileLayout.Place(
                                member.id(),
                                member.longitude().getAsDouble(),
                                member.latitude().getAsDouble()),
                        words.text(member.name()),
                        words.figure(series.kpi(), figure),
                        words.figureWithParts(series.kpi(), figure),
                        figure.number().map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                        cuts.into(dimension, member.id()).link()));
            }
        }
        Shades shades = Shades.of(values);
        add(
                new TileMap(tiles, shades, sentence),
                new ShadeLegend(
                        shades,
                        words.say("shades.label"),
                        step -> words.say(
                                "shades.step",
                                words.amounts()
                                        .rounded(series.kpi(), step.from())
                                        .text(),
                                words.amounts().rounded(series.kpi(), step.to()).text())));
        Figure unknown = figures.get(Member.UNKNOWN);
        if (unknown != null) {
            add(new Paragraph(words.say(
                    "map.unplaced", words.member(dimension, Member.UNKNOWN), words.figure(series.kpi(), unknown))));
        }
    }
}
