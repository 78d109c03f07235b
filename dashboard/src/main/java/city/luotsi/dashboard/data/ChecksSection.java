package city.luotsi.dashboard.data;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.query.CheckResult;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;

/** How the data was checked before it was published. */
final class ChecksSection extends Section {

    ChecksSection(Tables tables) {
        Words words = tables.words();
        List<CheckResult> results = words.publication().checks();
        tables.card(this, "checks");
        long broken = results.stream().filter(result -> !result.holds()).count();
        Paragraph summary = new Paragraph(words.say(
                "data.checks.summary", Long.toString(results.size() - broken), Integer.toString(results.size())));
        summary.addClassName("sentence");
        add(summary);
        add(tables.table(
                "checks",
                List.of(
                        tables.words("check"),
                        tables.words("about"),
                        tables.words("result"),
                        tables.numbers("found"),
                        tables.words("allowed"),
                        tables.words("meaning")),
                results.stream().map(result -> row(result, words)).toList()));
    }

    private static DataTable.Row row(CheckResult result, Words words) {
        String outcome =
                result.holds() ? "holds" : result.check().level().name().toLowerCase(java.util.Locale.ROOT);
        return Tables.row(
                Tables.text(words.text(result.check().title())),
                Tables.text(result.what().isEmpty() ? words.say("data.everything") : about(result, words)),
                Tables.text(words.say("data.outcome." + outcome)),
                new DataTable.Cell(found(result, words), Optional.of(result.found())),
                Tables.text(allowed(result, words)),
                Tables.text(words.text(result.check().meaning())));
    }

    /** A dimension, a department or a feed is named as elsewhere; anything else as the check spells it. */
    private static String about(CheckResult result, Words words) {
        return words.publication().catalogue().dimensions().containsKey(result.what())
                ? words.dimension(result.what())
                : words.member("department", result.what());
    }

    private static String found(CheckResult result, Words words) {
        NumberFormat number = NumberFormat.getNumberInstance(words.wording().locale());
        number.setMaximumFractionDigits(3);
        return result.of() > 0
                ? words.say("data.found-of", number.format(result.found()), number.format(result.of()))
                : number.format(result.found());
    }

    private static String allowed(CheckResult result, Words words) {
        if (result.of() > 0) {
            NumberFormat percent =
                    NumberFormat.getPercentInstance(words.wording().locale());
            percent.setMaximumFractionDigits(1);
            return percent.format(result.allowed());
        }
        NumberFormat number = NumberFormat.getNumberInstance(words.wording().locale());
        return result.what().isEmpty() ? "–" : number.format(result.allowed());
    }
}
