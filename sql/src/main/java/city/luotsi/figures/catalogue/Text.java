package city.luotsi.figures.catalogue;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text in the languages of the dashboard. English is always there.
 *
 * @param byLanguage by language code, in its order
 */
public record Text(Map<String, String> byLanguage) {

    public Text {
        byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
        if (!byLanguage.containsKey("en")) {
            throw new IllegalArgumentException("a text needs English (en), has only " + byLanguage.keySet());
        }
    }

    public static Text of(String english, String finnish, String swedish) {
        return new Text(Map.of("en", english, "fi", finnish, "sv", swedish));
    }

    /** The text in the reader's language, English where that is missing. */
    public String in(Locale locale) {
        String english = byLanguage.getOrDefault("en", "");
        return byLanguage.getOrDefault(locale.getLanguage(), english);
    }
}
