package city.luotsi.jobs.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One spelling for the columns of all files: "Unique Key", "unique_key" and "uniqueKey " differ only to a machine. */
final class ColumnNames {
    private ColumnNames() {}

    /** Lower case, everything but letters and digits a single underscore. */
    static String plain(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return plain.isEmpty() ? "column" : plain;
    }

    /** In the same order; a name that occurs again gets a number, so that none is lost. */
    static List<String> plain(List<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> plain = new ArrayList<>();
        for (String name : names) {
            String base = plain(name);
            String unique = base;
            for (int number = 2; !seen.add(unique); number++) {
                unique = base + "_" + number;
            }
            plain.add(unique);
        }
        return plain;
    }
}
