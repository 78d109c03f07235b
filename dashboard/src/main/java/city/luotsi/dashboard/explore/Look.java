package city.luotsi.dashboard.explore;

import city.luotsi.figures.query.Publication;
import java.util.Optional;

/** How a breakdown is drawn. */
sealed interface Look {

    record Bars() implements Look {}

    /** Tiles that lie like the city. */
    record Tiles() implements Look {}

    /** As a heat map, crossed with another dimension. */
    record Crossed(String dimension) implements Look {}

    /** As an address spells it. */
    default String spelled() {
        return switch (this) {
            case Bars() -> "bars";
            case Tiles() -> "map";
            case Crossed(String dimension) -> dimension;
        };
    }

    /** From an address; empty if it means nothing here. */
    static Optional<Look> read(Publication publication, String text) {
        return switch (text) {
            case "bars" -> Optional.of(new Bars());
            case "map" -> Optional.of(new Tiles());
            default ->
                Exploration.dimensions(publication).contains(text) ? Optional.of(new Crossed(text)) : Optional.empty();
        };
    }

    /** Whether the members of a dimension have places. */
    static boolean hasMap(Publication publication, String dimension) {
        return publication.members(dimension).stream()
                .anyMatch(member -> member.longitude().isPresent());
    }
}
