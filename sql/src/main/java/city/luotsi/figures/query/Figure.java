package city.luotsi.figures.query;

import java.time.LocalDate;
import java.util.Optional;

/** A KPI's value for one cut and period, or why there is none. Missing is never zero. */
public sealed interface Figure {

    /**
     * @param value in the KPI's unit; shares as 0..1, durations in days
     * @param parts what it was divided from, where it was
     * @param coverage the counted share of the rows it is about, 0..1
     */
    record Known(double value, Optional<Parts> parts, double coverage) implements Figure {}

    /** Numerator and denominator: kept apart so that shares are never averaged. */
    record Parts(double numerator, double denominator) {}

    /** The source never says what the KPI needs. */
    record NotProvided() implements Figure {}

    /** It lies before the first day of the data. */
    record BeforeData(LocalDate begins) implements Figure {}

    /** Nothing to divide by, or nothing to take a median of. */
    record NotApplicable() implements Figure {}

    /** It can't be known before some days have passed. */
    record NotYetKnown() implements Figure {}

    /** Too few people stand behind it, or it would give away a group that is too small. */
    record Hidden() implements Figure {}

    default Optional<Double> number() {
        return this instanceof Known known ? Optional.of(known.value()) : Optional.empty();
    }
}
