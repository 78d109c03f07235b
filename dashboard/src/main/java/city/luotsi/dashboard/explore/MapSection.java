package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.Marked;
import city.luotsi.dashboard.chart.OutlineMap;
import city.luotsi.dashboard.chart.ShadeLegend;
import city.luotsi.dashboard.chart.Shades;
import city.luotsi.dashboard.chart.TileMap;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiSeries;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The members of a dimension on a map: as the city draws them where it does, else as tiles that lie like the city. What has no
 * place is told beneath.
 */
final class MapSection extends Div {
    private final transient KpiSeries series;
    private final transient Cuts cuts;
    private final transient Words words;
    private final transient Steps steps;
    private final String dimension;

    MapSection(KpiSeries series, String dimension, String sentence, Cuts cuts, Words apart, Steps steps) {
        this.series = series;
        this.dimension = dimension;
        this.cuts = cuts;
        this.words = apart.alike(series.points().stream().map(KpiSeries.Point::figure));
        this.steps = steps;
        boolean isDrawn = cuts.exploration().look() instanceof Look.OnMap
                && !words.publication().outlines(dimension).isEmpty();
        List<Placed> placed = words.publication().members(dimension).stream()
                .flatMap(member -> placed(member).stream())
                .filter(place -> isDrawn
                        ? place.outline().isPresent()
                        : place.member().longitude().isPresent())
                .toList();
        Shades shades = Shades.of(placed.stream()
                .flatMap(place -> place.figure().number().stream())
                .toList());
        add(
                isDrawn ? outlines(placed, shades, sentence) : tiles(placed, shades, sentence),
                new ShadeLegend(shades, series.kpi(), words));
        List<String> there = placed.stream().map(place -> place.member().id()).toList();
        series.points().stream()
                .filter(point ->
                        !there.contains(point.member()) && !point.member().equals(Member.WITHHELD))
                .map(point -> new Paragraph(words.say(
                        "map.unplaced",
                        words.member(dimension, point.member()),
                        words.figure(series.kpi(), point.figure()))))
                .forEach(this::add);
    }

    private record Placed(Member member, Figure figure, Optional<String> outline) {}

    /** Empty for a member of which nothing is told. */
    private Optional<Placed> placed(Member member) {
        return series.points().stream()
                .filter(point -> point.member().equals(member.id()))
                .findFirst()
                .map(point -> new Placed(
                        member,
                        point.figure(),
                        Optional.ofNullable(
                                words.publication().outlines(dimension).get(member.id()))));
    }

    private Component outlines(List<Placed> placed, Shades shades, String sentence) {
        OutlineMap map = new OutlineMap(
                placed.stream()
                        .map(place -> new OutlineMap.Area(
                                marked(place), place.outline().orElseThrow()))
                        .toList(),
                shades,
                sentence);
        map.onPick(event -> steps.go(cuts.into(dimension, event.key())));
        return map;
    }

    private Component tiles(List<Placed> placed, Shades shades, String sentence) {
        return new TileMap(
                placed.stream()
                        .map(place -> new TileMap.Tile(
                                marked(place),
                                place.member().longitude().orElseThrow(),
                                place.member().latitude().orElseThrow()))
                        .toList(),
                shades,
                sentence);
    }

    private Marked marked(Placed place) {
        return new Marked(
                place.member().id(),
                words.text(place.member().name()),
                words.figure(series.kpi(), place.figure()),
                words.figureWithParts(series.kpi(), place.figure()),
                place.figure().number().map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
                cuts.into(dimension, place.member().id()).link());
    }
}
