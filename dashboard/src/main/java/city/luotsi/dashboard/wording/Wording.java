package city.luotsi.dashboard.wording;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The dashboard's texts in one language, the same ones that Vaadin finds in {@code vaadin-i18n}. */
public final class Wording {
    /** The languages of the dashboard, English first: it is what is spoken where no other fits. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("fi"), Locale.of("sv"));

    private static final String BUNDLE = "vaadin-i18n.translations";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Map<String, Wording> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final ResourceBundle texts;
    private final Locale formats;

    private Wording(Locale language) {
        this.texts = ResourceBundle.getBundle(BUNDLE, language, EXACT);
        this.formats = switch (language.getLanguage()) {
            case "fi" -> Locale.of("fi", "FI");
            case "sv" -> Locale.of("sv", "FI");
            default -> Locale.UK;
        };
    }

    public static Wording in(Locale locale) {
        Locale language = LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        return BY_LANGUAGE.computeIfAbsent(language.getLanguage(), _ -> new Wording(language));
    }

    /** The text of a key; numbers among the arguments are written as they come, so format them first. */
    public String say(String key, Object... arguments) {
        String pattern = pattern(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, formats).format(arguments);
    }

    /** The language and country whose numbers and dates are written. */
    public Locale locale() {
        return formats;
    }

    public String language() {
        return formats.getLanguage();
    }

    private String pattern(String key) {
        try {
            return texts.getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("no text '%s' in %s".formatted(key, language()), e);
        }
    }
}
