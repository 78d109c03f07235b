package city.luotsi.dashboard.chart;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.OptionalDouble;

/** Two dimensions crossed: a table whose cells are shaded, so that the eye and the ear get the same. */
public final class HeatMap extends Div {

    /** A row's or a column's name, and the page that is about it alone. */
    public record Heading(String name, String href) {}

    /**
     * @param exact on hover: the same with what stands behind it
     * @param value for its shade; empty: none, and {@code text} says why
     */
    public record Cell(String text, String exact, OptionalDouble value) {}

    /** A row of as many cells as there are columns. */
    public record Row(Heading heading, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param corner what the rows are */
    public HeatMap(String caption, String corner, List<Heading> columns, List<Row> rows, Shades shades) {
        addClassNames("table-frame", "heat-map");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        NativeTable table = new NativeTable();
        table.addClassName("figures");
        table.setCaptionText(caption);
        NativeTableRow head = table.getHead().addRow();
        NativeTableHeaderCell first = new NativeTableHeaderCell();
        first.setText(corner);
        first.getElement().setAttribute("scope", "col");
        head.add(first);
        columns.forEach(column -> head.add(heading(column, "col")));
        for (Row row : rows) {
            NativeTableRow line = table.getBody().addRow();
            line.add(heading(row.heading(), "row"));
            row.cells().forEach(cell -> line.add(cell(cell, shades)));
        }
        add(table);
    }

    private static NativeTableHeaderCell heading(Heading heading, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(new Anchor(heading.href(), heading.name()));
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static NativeTableCell cell(Cell cell, Shades shades) {
        NativeTableCell told = new NativeTableCell(cell.text());
        told.setTitle(cell.exact());
        told.addClassNames(
                "numeric", cell.value().isPresent() ? shades.style(cell.value().getAsDouble()) : "shade-none");
        return told;
    }
}
