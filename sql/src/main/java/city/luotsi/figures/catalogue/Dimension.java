package city.luotsi.figures.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * A way to cut figures.
 *
 * @param name the column in subjects and published tables
 * @param parent the coarser dimension every member belongs to, such as the department of a service
 * @param position its place in menus
 */
public record Dimension(String name, Text title, Optional<String> parent, int position) {
    private static final Set<String> KEYS = Set.of("title", "parent", "position");

    /** @param yaml the text of {@code dimension/<name>.yaml} */
    public static Dimension parse(String name, String yaml) {
        Header header = Header.parse("dimension/" + name + ".yaml", yaml, 1);
        header.allow(KEYS);
        return new Dimension(
                name, header.translated("title"), header.optional("parent"), (int) header.number("position"));
    }
}
