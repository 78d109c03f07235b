package city.luotsi.dashboard.notes;

import java.util.Locale;

/**
 * One thing that a note is about.
 *
 * @param id of the city pack or the catalogue; of a signal its identity
 */
public record About(Kind kind, String id) {

    /** Kinds of things; a note is about at most one of each. */
    public enum Kind {
        KPI,
        DEPARTMENT,
        SERVICE,
        SIGNAL;

        /** As the database spells it. */
        String named() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public About {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a note must be about something");
        }
    }
}
