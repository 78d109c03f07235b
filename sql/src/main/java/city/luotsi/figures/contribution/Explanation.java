package city.luotsi.figures.contribution;

import city.luotsi.figures.catalogue.Kpi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A change as parts that add up to it.
 *
 * @param before of what is told, in its unit
 * @param parts members first, those that moved most first; then what isn't told apart, then the population
 */
public record Explanation(Kpi kpi, String dimension, Told told, double before, double after, List<Part> parts) {

    public Explanation {
        parts = List.copyOf(parts);
    }

    public double change() {
        return after - before;
    }

    /**
     * How far one member explains the change: how many times what chance allows the one that stands out most moved beyond what it
     * would have if everything had moved alike. A cause in one service stands out more as that service than as its department or
     * spread over channels, one in a department more as that than as each of its services. 0 where all is within noise; where noise
     * isn't judged, the part of all movement instead; where it only says again what the share is of, 0.
     */
    public double concentration() {
        if (isDefinition()) {
            return 0;
        }
        double moved = withoutPopulation().mapToDouble(Part::amount).sum();
        double movement =
                withoutPopulation().mapToDouble(part -> Math.abs(part.amount())).sum();
        return parts.stream()
                .filter(part -> part.isOfMember() && part.amount() != 0 && !part.isWithinNoise())
                .mapToDouble(part -> Math.abs(part.amount() - part.size() * moved)
                        / part.chance().orElse(movement))
                .max()
                .orElse(0);
    }

    /** Whether every member moved as all did, but for what chance allows it: then nothing is where it came from. */
    public boolean isSpread() {
        double moved = withoutPopulation().mapToDouble(Part::amount).sum();
        return parts.stream()
                .filter(Part::isOfMember)
                .allMatch(part -> part.chance().isPresent()
                        && Math.abs(part.amount() - part.size() * moved)
                                <= part.chance().getAsDouble());
    }

    /**
     * Whether each member is in the share wholly or not at all, as channels are in the share of what is done online: the dimension
     * is what the share is defined by, so it explains nothing.
     */
    private boolean isDefinition() {
        return parts.size() > 1
                && parts.stream()
                        .allMatch(part -> part.split().isPresent()
                                && DoubleStream.of(
                                                part.before().orElse(0),
                                                part.after().orElse(0))
                                        .allMatch(share -> share == 0 || share == 1)
                                && (part.before().isEmpty()
                                        || part.after().isEmpty()
                                        || part.before().equals(part.after())));
    }

    private Stream<Part> withoutPopulation() {
        return parts.stream().filter(part -> !(part.source() instanceof Part.Population));
    }

    /** The members that moved most, all smaller ones collected as one part; the sum stays. */
    public Explanation shortened(int most) {
        List<Part> members = parts.stream().filter(Part::isOfMember).toList();
        if (members.size() <= most + 1) {
            return this;
        }
        List<Part> shorter = new ArrayList<>(members.subList(0, most));
        shorter.add(together(members.subList(most, members.size())));
        parts.stream().filter(part -> !part.isOfMember()).forEach(shorter::add);
        return new Explanation(kpi, dimension, told, before, after, shorter);
    }

    private static Part together(List<Part> members) {
        double variance = 0;
        for (Part member : members) {
            variance += Math.pow(member.chance().orElse(Double.NaN), 2);
        }
        return new Part(
                new Part.Rest(members.size()),
                members.stream().mapToDouble(Part::amount).sum(),
                members.stream().map(Part::split).flatMap(Optional::stream).reduce(Part.Split::plus),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                members.stream().mapToDouble(Part::size).sum(),
                Double.isNaN(variance) ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance)));
    }
}
