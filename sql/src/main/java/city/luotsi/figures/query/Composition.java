package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Ordered;
import java.util.Map;
import java.util.Optional;

/**
 * What a figure of a whole period is made of, member by member, before anything is divided: parts that add up.
 *
 * @param members in the city's order; empty: hidden. What is withheld and what is unknown have members of their own
 */
public record Composition(Map<String, Optional<Portion>> members) {

    public Composition {
        members = Ordered.copyOf(members);
    }

    /**
     * One member's part of it.
     *
     * @param numerator what is added up: the value, the numerator, the days of age of all in stock, the cases past a value
     * @param denominator what it is divided by: cases, or things in stock; 0 where nothing is divided
     * @param counted the rows behind it; of a stock, all that came or went so far
     */
    public record Portion(double numerator, double denominator, double counted) {
        public static final Portion NONE = new Portion(0, 0, 0);

        public Portion plus(Portion other) {
            return new Portion(numerator + other.numerator, denominator + other.denominator, counted + other.counted);
        }

        public Portion minus(Portion other) {
            return new Portion(numerator - other.numerator, denominator - other.denominator, counted - other.counted);
        }
    }

    /** Of a question that tells nothing apart; empty: hidden. */
    public Optional<Portion> only() {
        if (members.size() != 1) {
            throw new IllegalStateException("asked for the only portion of " + members.keySet());
        }
        return members.values().iterator().next();
    }
}
