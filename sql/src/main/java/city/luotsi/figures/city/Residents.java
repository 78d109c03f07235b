package city.luotsi.figures.city;

import java.util.Optional;

/**
 * A population figure.
 *
 * @param district empty: residents who belong to no district
 * @param ageGroup empty: the ages are not known
 */
public record Residents(int year, Optional<String> district, Optional<String> ageGroup, long residents) {
    public Residents {
        if (residents < 0) {
            throw new IllegalArgumentException("residents can't be negative, was " + residents);
        }
    }
}
