package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.rollup.DistinctCount;
import city.luotsi.figures.rollup.LogBuckets;
import java.util.Optional;
import java.util.OptionalDouble;

/** A tally becomes a figure. Nothing counted is never shown as zero. */
final class FigureMaker {
    private static final Figure NOT_PROVIDED = new Figure.NotProvided();
    private static final Figure NOT_APPLICABLE = new Figure.NotApplicable();

    private final DistinctCount distinctCount;

    FigureMaker(DistinctCount distinctCount) {
        this.distinctCount = distinctCount;
    }

    /**
     * @param piece the piece of time, for ages at its end
     * @param population of the cut in the piece, for rates
     */
    Figure figure(Kpi kpi, Tally tally, Period piece, OptionalDouble population) {
        return switch (tally) {
            case Tally.Sums sums -> sums(kpi, sums, piece, population);
            case Tally.Buckets buckets -> quantile(kpi, buckets);
            case Tally.Distinct distinct -> distinct(distinct);
        };
    }

    private static Figure sums(Kpi kpi, Tally.Sums sums, Period piece, OptionalDouble population) {
        if (sums.rows() > 0 && sums.counted() == 0) {
            return NOT_PROVIDED;
        }
        double coverage = sums.rows() == 0 ? 1 : sums.counted() / sums.rows();
        return switch (kpi.rollup()) {
            case SUM, STOCK -> new Figure.Known(sums.first(), Optional.empty(), coverage);
            case RATIO -> divided(sums.first(), sums.second(), 1, coverage);
            case PER_RESIDENT ->
                population.isPresent()
                        ? divided(sums.first(), population.getAsDouble(), (double) kpi.per(), coverage)
                        : NOT_APPLICABLE;
            case STOCK_AGE -> divided(sums.ages(piece.to()), sums.first(), 1, coverage);
            case QUANTILE, DISTINCT -> throw new IllegalStateException(kpi.name() + " isn't made of sums");
        };
    }

    private static Figure divided(double numerator, double denominator, double times, double coverage) {
        if (denominator <= 0) {
            return NOT_APPLICABLE;
        }
        return new Figure.Known(
                numerator / denominator * times, Optional.of(new Figure.Parts(numerator, denominator)), coverage);
    }

    private static Figure quantile(Kpi kpi, Tally.Buckets buckets) {
        long counted = buckets.counted();
        if (counted == 0) {
            return buckets.unknown() > 0 ? NOT_PROVIDED : NOT_APPLICABLE;
        }
        return new Figure.Known(
                LogBuckets.quantile(buckets.events(), kpi.quantile()),
                Optional.empty(),
                (double) counted / (counted + buckets.unknown()));
    }

    private Figure distinct(Tally.Distinct distinct) {
        if (distinct.counted() == 0) {
            return distinct.rows() > 0 ? NOT_PROVIDED : new Figure.Known(0, Optional.empty(), 1);
        }
        return new Figure.Known(
                distinctCount.merged(distinct.sketches()), Optional.empty(), distinct.counted() / distinct.rows());
    }
}
