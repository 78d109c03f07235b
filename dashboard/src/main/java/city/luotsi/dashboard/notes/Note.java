package city.luotsi.dashboard.notes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody knows of a day.
 *
 * @param day on which it happened
 * @param about at least one thing: their common part, such as one figure of one service
 * @param withdrawn by whom and when; it stays readable as withdrawn
 */
public record Note(
        String id,
        String city,
        LocalDate day,
        String text,
        Map<About.Kind, String> about,
        Signature written,
        Optional<Signature> withdrawn) {
    static final int LONGEST = 2_000;

    /** Who and when. A name is what somebody typed: there is no sign-in yet. */
    public record Signature(String name, Instant at) {
        static final int LONGEST = 100;

        public Signature {
            name = name.strip();
            if (name.isEmpty() || name.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "a name has 1 to %d characters, this one has %d".formatted(LONGEST, name.length()));
            }
        }
    }

    public Note {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a note has 1 to %d characters, this one has %d".formatted(LONGEST, text.length()));
        }
        if (about.isEmpty()) {
            throw new IllegalArgumentException("a note must be about something");
        }
        about = Collections.unmodifiableMap(new EnumMap<>(about));
    }

    public boolean isAbout(About thing) {
        return Optional.of(thing.id()).equals(Optional.ofNullable(about.get(thing.kind())));
    }

    public boolean isWithdrawn() {
        return withdrawn.isPresent();
    }
}
