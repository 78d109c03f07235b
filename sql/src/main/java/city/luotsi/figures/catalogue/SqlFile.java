package city.luotsi.figures.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A definition file: a YAML header in the block comment at its top, then one select.
 *
 * @param name the file's name without {@code .sql}
 * @param origin what messages call it, for example {@code kpi/requests.sql}
 * @param text the whole file
 * @param select what stands behind the header
 * @param selectLine the line on which the select begins, from 1
 */
public record SqlFile(String name, String origin, String text, Header header, String select, int selectLine) {
    private static final Pattern HEADER = Pattern.compile("\\A\\s*/\\*(?<yaml>.*?)\\*/\\s*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** @throws DefinitionException if there is no header, no select, or the name isn't a plain lower-case one */
    public static SqlFile parse(String folder, String name, String text) {
        String origin = folder + "/" + name + ".sql";
        if (!NAME.matcher(name).matches()) {
            throw new DefinitionException(
                    origin, "a name is lower-case letters, digits and _, for example 'open_cases'");
        }
        Matcher matcher = HEADER.matcher(text);
        if (!matcher.find()) {
            throw new DefinitionException(origin, 1, "must begin with its header: /* title: … */");
        }
        Header header = Header.parse(origin, matcher.group("yaml"), lineAt(text, matcher.start("yaml")));
        String select = text.substring(matcher.end()).strip();
        if (select.endsWith(";")) {
            select = select.substring(0, select.length() - 1).strip();
        }
        int selectLine = lineAt(text, matcher.end());
        if (select.isEmpty()) {
            throw new DefinitionException(origin, selectLine, "has no select behind its header");
        }
        return new SqlFile(name, origin, text, header, select, selectLine);
    }

    private static int lineAt(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
