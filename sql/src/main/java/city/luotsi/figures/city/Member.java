package city.luotsi.figures.city;

import city.luotsi.figures.catalogue.Text;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One value of a dimension: a department, a service, a district, a channel, an age group.
 *
 * @param parent the member of the coarser dimension it belongs to
 * @param position its place in the pack's own order
 * @param confidentiality of a service: open, personal or sensitive; empty elsewhere
 * @param longitude of a point inside a district, WGS 84
 * @param latitude of the same point
 */
public record Member(
        String id,
        Optional<String> parent,
        int position,
        Text name,
        Optional<Confidentiality> confidentiality,
        OptionalDouble longitude,
        OptionalDouble latitude) {

    /** The id that stands for "the source doesn't say, or says what the city pack doesn't know". */
    public static final String UNKNOWN = "unknown";

    /** The id that stands for all that may not be told apart, to protect small groups. */
    public static final String WITHHELD = "withheld";

    public Member {
        if (id.isBlank() || id.equals(UNKNOWN) || id.equals(WITHHELD)) {
            throw new IllegalArgumentException(
                    "'%s' can't be an id; 'unknown' and 'withheld' are reserved".formatted(id));
        }
    }
}
