package city.luotsi.figures.city;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Text;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A CSV file of a city pack. Every error names the file and the line. */
public final class PackTable {
    private final String path;
    private final List<NamedCsvRecord> records = new ArrayList<>();

    private PackTable(String path) {
        this.path = path;
    }

    /** @throws DefinitionException if the file or one of the columns is missing */
    public static PackTable read(Definitions definitions, String path, String... columns) {
        PackTable table = new PackTable(path);
        String text = definitions
                .text(path)
                .orElseThrow(() -> new DefinitionException(path, "is missing; the columns are " + List.of(columns)));
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            reader.forEach(table.records::add);
        } catch (java.io.IOException | RuntimeException e) {
            throw new DefinitionException(path, "not readable as CSV: " + e.getMessage());
        }
        String head = text.lines().findFirst().orElse("");
        Set<String> found = Set.of(head.replace("\uFEFF", "").strip().split(",", -1));
        for (String column : columns) {
            if (!found.contains(column)) {
                throw new DefinitionException(path, 1, "has no column '%s', only '%s'".formatted(column, head));
            }
        }
        return table;
    }

    public <T> List<T> map(Function<Row, T> function) {
        List<T> items = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Row row = new Row(records.get(i), i);
            try {
                items.add(function.apply(row));
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                throw new DefinitionException(path, row.line(), String.valueOf(e.getMessage()));
            }
        }
        return items;
    }

    DefinitionException error(Row row, String message) {
        return new DefinitionException(path, row.line(), message);
    }

    /** One line of the table. */
    public record Row(NamedCsvRecord record, int index) {
        public String text(String column) {
            String value = record.getField(column).strip();
            if (value.isEmpty()) {
                throw new IllegalArgumentException("'" + column + "' is empty");
            }
            return value;
        }

        public Optional<String> optional(String column) {
            String value = record.getField(column).strip();
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }

        public double number(String column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "'%s' must be a number, was '%s'".formatted(column, text(column)), e);
            }
        }

        Text name() {
            return Text.of(text("name_en"), text("name_fi"), text("name_sv"));
        }

        int line() {
            return (int) record.getStartingLineNumber();
        }
    }
}
