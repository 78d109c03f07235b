package city.luotsi.dashboard.shell;

import java.util.Locale;

/** Which colours: the system's, or always the same. */
enum Scheme {
    SYSTEM("", "light dark"),
    LIGHT("light", "light"),
    DARK("dark", "dark");

    private final String theme;
    private final String css;

    Scheme(String theme, String css) {
        this.theme = theme;
        this.css = css;
    }

    static Scheme of(String id) {
        for (Scheme scheme : values()) {
            if (scheme.id().equals(id)) {
                return scheme;
            }
        }
        return SYSTEM;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String theme() {
        return theme;
    }

    String css() {
        return css;
    }
}
