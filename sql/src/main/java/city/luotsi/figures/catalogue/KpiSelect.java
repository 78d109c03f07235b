package city.luotsi.figures.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The select of a KPI, taken apart: all KPIs of a subject are computed in one scan, so their columns and conditions are
 * put together into one statement. The form is narrow on purpose: {@code select e as name, … from subject [where c]}.
 *
 * @param columns row expressions by column name, in the roll-up's order
 * @param condition which rows it is about
 */
public record KpiSelect(Map<String, String> columns, Optional<String> condition) {
    private static final Pattern ALIASED =
            Pattern.compile("(?<expression>.*\\S)\\s+as\\s+(?<alias>\\w+)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final List<String> FORBIDDEN = List.of(
            "join",
            "group",
            "having",
            "order",
            "limit",
            "union",
            "intersect",
            "except",
            "window",
            "over",
            "with",
            "select",
            "distinct",
            "qualify");

    public KpiSelect {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** @throws DefinitionException if the select isn't of that form or its columns aren't the roll-up's */
    static KpiSelect parse(SqlFile file, String subject, List<String> expected) {
        List<SqlWords.Word> words = SqlWords.topLevel(file);
        if (words.isEmpty() || !words.getFirst().is("select")) {
            throw new DefinitionException(file.origin(), file.selectLine(), "must begin with 'select'");
        }
        int from = position(words, "from");
        int where = position(words, "where");
        for (SqlWords.Word word : SqlWords.everywhere(file).stream().skip(1).toList()) {
            if (FORBIDDEN.contains(word.text())) {
                throw new DefinitionException(
                        file.origin(),
                        word.line(),
                        "'%s' can't stand in a KPI: it says what one row counts, the engine adds"
                                .formatted(word.text()));
            }
        }
        if (from < 0) {
            throw new DefinitionException(file.origin(), file.selectLine(), "has no 'from " + subject + "'");
        }
        String sql = file.select();
        int fromEnd = words.get(from).end();
        int tableEnd = where < 0 ? sql.length() : words.get(where).start();
        String table =
                SqlWords.withoutComments(sql.substring(fromEnd, tableEnd)).strip();
        if (!table.toLowerCase(Locale.ROOT).equals(subject)) {
            throw new DefinitionException(
                    file.origin(),
                    words.get(from).line(),
                    "reads '%s', but its header says 'of: %s'".formatted(table, subject));
        }
        Map<String, String> columns = columns(
                file, sql.substring(words.getFirst().end(), words.get(from).start()));
        if (!List.copyOf(columns.keySet()).equals(expected)) {
            throw new DefinitionException(
                    file.origin(),
                    file.selectLine(),
                    "its roll-up needs the columns %s, it has %s".formatted(expected, columns.keySet()));
        }
        Optional<String> condition = where < 0
                ? Optional.empty()
                : Optional.of(
                        SqlWords.withoutComments(sql.substring(words.get(where).end()))
                                .strip());
        return new KpiSelect(columns, condition);
    }

    private static Map<String, String> columns(SqlFile file, String list) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String item : SqlWords.splitAtCommas(SqlWords.withoutComments(list))) {
            Matcher matcher = ALIASED.matcher(item.strip());
            if (!matcher.matches()) {
                throw new DefinitionException(
                        file.origin(), file.selectLine(), "'%s' needs a name: … as value".formatted(item.strip()));
            }
            columns.put(matcher.group("alias").toLowerCase(Locale.ROOT), matcher.group("expression"));
        }
        return columns;
    }

    private static int position(List<SqlWords.Word> words, String text) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).is(text)) {
                found.add(i);
            }
        }
        return found.isEmpty() ? -1 : found.getFirst();
    }
}
