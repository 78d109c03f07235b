package city.luotsi.dashboard.data;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the sections of the page have in common: headings, and tables in the reader's language. */
record Tables(Words words) {

    /** A card with a heading and a sentence that says what it is for. */
    Section card(Section section, String key) {
        section.addClassName("card");
        section.add(new H2(words.say("data.section." + key)));
        Paragraph hint = new Paragraph(words.say("data.section." + key + ".hint"));
        hint.addClassName("note");
        section.add(hint);
        return section;
    }

    DataTable table(String caption, List<DataTable.Column> columns, List<DataTable.Row> rows) {
        return new DataTable(
                words.say("data.section." + caption),
                columns,
                rows,
                words.wording().locale());
    }

    DataTable.Column words(String key) {
        return new DataTable.Column(words.say("data.column." + key), DataTable.Order.WORDS);
    }

    DataTable.Column numbers(String key) {
        return new DataTable.Column(words.say("data.column." + key), DataTable.Order.NUMBERS);
    }

    DataTable.Column times(String key) {
        return new DataTable.Column(words.say("data.column." + key), DataTable.Order.TIME);
    }

    static DataTable.Row row(DataTable.Cell heading, DataTable.Cell... cells) {
        return new DataTable.Row(heading, Optional.empty(), Arrays.asList(cells));
    }

    static DataTable.Cell text(String text) {
        return DataTable.Cell.of(text);
    }

    DataTable.Cell count(long number) {
        return new DataTable.Cell(
                NumberFormat.getIntegerInstance(words.wording().locale()).format(number), Optional.of((double) number));
    }

    DataTable.Cell day(LocalDate day) {
        return new DataTable.Cell(words.dates().day(day), Optional.of((double) day.toEpochDay()));
    }

    /** In the city's zone. */
    DataTable.Cell time(Instant instant) {
        String text = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.wording().locale())
                .format(instant.atZone(words.publication().zone()));
        return new DataTable.Cell(text, Optional.of((double) instant.toEpochMilli()));
    }
}
