package city.luotsi.dashboard.data;

import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.query.CheckResult;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the data was checked before it was published. */
final class ChecksSection extends Section {

    ChecksSection(Tables tables) {
        Words words = tables.words();
        Map<String, List<CheckResult>> byCheck = words.publication().checks().stream()
                .collect(Collectors.groupingBy(result -> result.check().name(), TreeMap::new, Collectors.toList()));
        List<CheckResult> broken = words.publication().checks().stream()
                .filter(result -> !result.holds())
                .toList();
        List<CheckResult> kept = byCheck.values().stream()
                .filter(results -> results.stream().allMatch(CheckResult::holds))
                .map(ChecksSection::together)
                .toList();
        tables.card(this, "checks");
        Paragraph summary = new Paragraph(
                words.say("data.checks.summary", Integer.toString(kept.size()), Integer.toString(byCheck.size())));
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
                Stream.concat(broken.stream(), kept.stream())
                        .map(result -> row(result, words))
                        .toList()));
    }

    /** What holds in every feed is one line: what doesn't must not be looked for among what does. */
    private static CheckResult together(List<CheckResult> results) {
        CheckResult first = results.getFirst();
        return new CheckResult(
                first.check(),
                "",
                results.stream().mapToDouble(CheckResult::found).sum(),
                results.stream().mapToLong(CheckResult::of).sum(),
                first.allowed(),
                true);
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
