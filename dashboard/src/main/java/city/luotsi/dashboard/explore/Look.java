package city.luotsi.dashboard.explore;

import city.luotsi.figures.query.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a breakdown is drawn. */
sealed interface Look {

    record Bars() implements Look {}

    /** As the city draws its areas, else as tiles that lie like the city. */
    record OnMap() implements Look {}

    /** As tiles although there are outlines: on those a small area in the middle of a city is hard to see. */
    record Tiles() implements Look {}

    /** As a heat map, crossed with another dimension. */
    record Crossed(String dimension) implements Look {}

    /** As an address spells it. */
    default String spelled() {
        return switch (this) {
            case Bars() -> "bars";
            case OnMap() -> "map";
            case Tiles() -> "tiles";
            case Crossed(String dimension) -> dimension;
        };
    }

    /** From an address; empty if it means nothing here. */
    static Optional<Look> read(Publication publication, String text) {
        return switch (text) {
            case "bars" -> Optional.of(new Bars());
            case "map" -> Optional.of(new OnMap());
            case "tiles" -> Optional.of(isOutlined(publication) ? new Tiles() : new OnMap());
            default ->
                Exploration.dimensions(publication).contains(text) ? Optional.of(new Crossed(text)) : Optional.empty();
        };
    }

    /** Without outlines the map is one of tiles. */
    private static boolean isOutlined(Publication publication) {
        return Exploration.dimensions(publication).stream()
                .anyMatch(dimension -> !publication.outlines(dimension).isEmpty());
    }

    /** The ways to draw the members of a dimension by itself, bars first. */
    static List<Look> of(Publication publication, String dimension) {
        boolean outlined = !publication.outlines(dimension).isEmpty();
        boolean placed = publication.members(dimension).stream()
                .anyMatch(member -> member.longitude().isPresent());
        List<Look> looks = new ArrayList<>(List.of(new Bars()));
        if (outlined || placed) {
            looks.add(new OnMap());
        }
        if (outlined && placed) {
            looks.add(new Tiles());
        }
        return looks;
    }
}
