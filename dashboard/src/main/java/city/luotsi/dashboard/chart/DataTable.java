package city.luotsi.dashboard.chart;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A chart's twin: the same figures to read, to sort and to follow by keyboard. */
public final class DataTable extends Div {
    /** Letters from which on a text wants a wide column, rather than a high row. */
    private static final int LONG = 40;

    private final List<Column> columns;
    private final List<Row> rows;
    private final Locale locale;
    private final List<NativeTableHeaderCell> headers = new ArrayList<>();
    private final NativeTableBody body = new NativeTableBody();
    private int sorted = -1;
    private boolean ascending;

    /** How a column is sorted: words as the reader's language has them, the rest by what the cells say. */
    public enum Order {
        WORDS,
        TIME,
        NUMBERS
    }

    public record Column(String title, Order order) {
        boolean numeric() {
            return order == Order.NUMBERS;
        }
    }

    /** @param order what it is sorted by, unless by its text; empty: not known, always last */
    public record Cell(String text, Optional<Double> order) {
        public static Cell of(String text) {
            return new Cell(text, Optional.empty());
        }
    }

    /**
     * @param href where its heading leads, if anywhere
     * @param cells without the heading
     */
    public record Row(Cell heading, Optional<String> href, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        Cell cell(int column) {
            return column == 0 ? heading : cells.get(column - 1);
        }
    }

    /** @param columns the heading's first */
    public DataTable(String caption, List<Column> columns, List<Row> rows, Locale locale) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.locale = locale;
        addClassName("table-frame");
        // it may scroll sideways on a phone, and whoever has no mouse must be able to scroll it
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        NativeTable table = new NativeTable();
        table.addClassName("figures");
        table.setCaptionText(caption);
        NativeTableRow head = table.getHead().addRow();
        for (int i = 0; i < columns.size(); i++) {
            head.add(header(i));
        }
        table.add(body);
        fill(rows);
        add(table);
    }

    private NativeTableHeaderCell header(int index) {
        NativeButton sort = new NativeButton(columns.get(index).title(), event -> sortBy(index));
        NativeTableHeaderCell header = new NativeTableHeaderCell(sort);
        header.getElement().setAttribute("scope", "col");
        header.setClassName("numeric", index > 0 && columns.get(index).numeric());
        headers.add(header);
        return header;
    }

    private void sortBy(int index) {
        ascending = sorted == index ? !ascending : columns.get(index).order() == Order.WORDS;
        sorted = index;
        for (int i = 0; i < headers.size(); i++) {
            if (i == index) {
                headers.get(i).getElement().setAttribute("aria-sort", ascending ? "ascending" : "descending");
            } else {
                headers.get(i).getElement().removeAttribute("aria-sort");
            }
        }
        fill(rows.stream().sorted(order(index)).toList());
    }

    private Comparator<Row> order(int index) {
        if (columns.get(index).order() == Order.WORDS) {
            Comparator<Row> words = Comparator.comparing(row -> row.cell(index).text(), Collator.getInstance(locale));
            return ascending ? words : words.reversed();
        }
        Comparator<Double> numbers = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Comparator.comparing(row -> row.cell(index).order().orElse(null), Comparator.nullsLast(numbers));
    }

    private void fill(List<Row> shown) {
        body.removeAll();
        for (Row row : shown) {
            NativeTableRow line = body.addRow();
            NativeTableHeaderCell heading = new NativeTableHeaderCell();
            heading.getElement().setAttribute("scope", "row");
            heading.setClassName("time", columns.getFirst().order() == Order.TIME);
            String name = row.heading().text();
            row.href().ifPresentOrElse(href -> heading.add(new Anchor(href, name)), () -> heading.setText(name));
            line.add(heading);
            for (int i = 0; i < row.cells().size(); i++) {
                NativeTableCell cell = new NativeTableCell(row.cells().get(i).text());
                cell.setClassName("numeric", columns.get(i + 1).numeric());
                cell.setClassName("time", columns.get(i + 1).order() == Order.TIME);
                cell.setClassName("long", row.cells().get(i).text().length() > LONG);
                line.add(cell);
            }
        }
    }
}
