package city.luotsi.figures.query;

import java.util.List;
import java.util.Set;

/** Why a question can't be answered; told before it is asked. */
public sealed interface Refusal {

    /** No published table holds these dimensions together; {@code offered} are the combinations that are. */
    record NoSuchCut(Set<String> asked, List<List<String>> offered) implements Refusal {}

    /** The cut is published by calendar month only: the period or its pieces aren't whole months. */
    record WholeMonthsOnly() implements Refusal {}

    /** Confidential services are among what was asked for: they are told by months that are over, one dimension at a time. */
    record Confidential() implements Refusal {}

    /** The period lies before the first or after the last day of the data. */
    record OutsideData(Period data) implements Refusal {}

    /** No source says anything of this dimension. */
    record DimensionNotProvided(String dimension) implements Refusal {}

    /** The city pack has no population for this cut. */
    record NoPopulation() implements Refusal {}
}
