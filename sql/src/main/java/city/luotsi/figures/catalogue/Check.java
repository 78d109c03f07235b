package city.luotsi.figures.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that must be so of the data: one file under {@code sql/check/}.
 *
 * @param level what happens where it isn't so
 * @param most of a check of events: the share of them that may be broken, 0..1; else 0
 * @param row of a check of events: {@code broken} as a row expression, which is counted; empty for a check of the finished
 *     publication, whose select finds what is wrong: {@code what, found, allowed}
 */
public record Check(
        String name, Text title, Text meaning, Level level, double most, Optional<KpiSelect> row, SqlFile file) {
    private static final Set<String> KEYS = Set.of("title", "meaning", "of", "level", "most");
    private static final String EVENTS = "service_event";
    private static final String PUBLICATION = "publication";

    /** What happens where a check doesn't hold. */
    public enum Level {
        /** Nothing is published. */
        FAIL,
        /** It is published with the rest, and said. */
        WARN
    }

    /** @throws DefinitionException with file and line, if the header or the select isn't a check's */
    public static Check of(SqlFile file) {
        Header header = file.header();
        header.allow(KEYS);
        String of = header.text("of");
        if (!Set.of(EVENTS, PUBLICATION).contains(of)) {
            throw header.wrong("of", "is '%s'; a check is of %s or %s".formatted(of, EVENTS, PUBLICATION));
        }
        boolean events = of.equals(EVENTS);
        if (events != header.has("most")) {
            throw header.wrong(
                    "most", "is the share of events that may be broken: a check of events needs it, no other has it");
        }
        return new Check(
                file.name(),
                header.translated("title"),
                header.translated("meaning"),
                header.oneOf("level", Level.class),
                events ? header.number("most") : 0,
                events ? Optional.of(KpiSelect.parse(file, EVENTS, List.of("broken"))) : Optional.empty(),
                file);
    }

    /** All that are defined. */
    public static List<Check> all(Definitions definitions) {
        return definitions.sqlFiles("check").stream().map(Check::of).toList();
    }
}
