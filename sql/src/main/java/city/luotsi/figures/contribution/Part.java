package city.luotsi.figures.contribution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a part of the whole contributed to the change.
 *
 * @param amount in the unit of what is told; shares as 0..1
 * @param split of what is divided: how much of the amount came from what
 * @param before what the part itself amounted to: its own count, share or mean; empty where it had none
 * @param size its part of the whole, 0..1: what it would contribute of the change if everything moved alike
 * @param chance an amount of up to this is within noise ({@link Chance}); empty where what is published doesn't tell
 */
public record Part(
        Source source,
        double amount,
        Optional<Split> split,
        OptionalDouble before,
        OptionalDouble after,
        double size,
        OptionalDouble chance) {

    /** Where it came from. */
    public sealed interface Source {}

    /** A member of the dimension, {@code unknown} too. */
    public record Member(String id) implements Source {}

    /**
     * All that is hidden or withheld in one of the two, as one: what of it moved may not be told.
     *
     * @param hidden the members that are among it
     */
    public record NotTold(List<String> hidden) implements Source {
        public NotTold {
            hidden = List.copyOf(hidden);
        }
    }

    /** The smaller ones together. */
    public record Rest(int members) implements Source {}

    /** The number of residents, which a rate is divided by. */
    public record Population() implements Source {}

    /**
     * The two ways in which a part moves a share or a mean.
     *
     * @param rate what changed in it
     * @param mix that it weighs more or less in the whole than before
     */
    public record Split(double rate, double mix) {
        Split plus(Split other) {
            return new Split(rate + other.rate, mix + other.mix);
        }
    }

    public boolean isWithinNoise() {
        return chance.isPresent() && Math.abs(amount) <= chance.getAsDouble();
    }

    boolean isOfMember() {
        return source instanceof Member;
    }
}
