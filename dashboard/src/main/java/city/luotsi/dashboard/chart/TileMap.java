package city.luotsi.dashboard.chart;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;

/** A map of tiles, each a link with its name and its figure: read out, followed by keyboard, printed as it is. */
public final class TileMap extends Div {

    /** Where a place lies, in degrees of WGS 84. */
    public record Tile(Marked marked, double longitude, double latitude) {
        private TileLayout.Place place() {
            return new TileLayout.Place(marked.key(), longitude, latitude);
        }
    }

    /** @param sentence what the map shows */
    public TileMap(List<Tile> tiles, Shades shades, String sentence) {
        addClassName("map-frame");
        // it may scroll sideways on a phone, and whoever has no mouse must be able to scroll it
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", sentence);
        Map<String, TileLayout.Cell> cells =
                TileLayout.of(tiles.stream().map(Tile::place).toList());
        UnorderedList map = new UnorderedList();
        map.addClassName("tile-map");
        tiles.stream()
                .map(Tile::marked)
                .forEach(tile ->
                        map.add(item(tile, cells.getOrDefault(tile.key(), new TileLayout.Cell(0, 0)), shades)));
        add(map);
    }

    private static ListItem item(Marked tile, TileLayout.Cell cell, Shades shades) {
        Span name = new Span(tile.name());
        name.addClassName("name");
        Span text = new Span(tile.text());
        text.addClassName("value");
        Anchor link = new Anchor(tile.href());
        link.add(name, new Span(" "), text);
        link.setTitle(tile.name() + ": " + tile.exact());
        ListItem item = new ListItem(link);
        item.addClassName(tile.style(shades));
        item.getStyle()
                .set("grid-column", Integer.toString(cell.column() + 1))
                .set("grid-row", Integer.toString(cell.row() + 1));
        return item;
    }
}
