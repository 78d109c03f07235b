package city.luotsi.figures.contribution;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.query.Composition.Portion;
import city.luotsi.figures.query.Figure;

/**
 * The two figures, and what they are made of as a whole.
 *
 * @param wholeBefore nothing where a figure isn't known
 */
public record Compared(
        Kpi kpi, Comparison comparison, Figure before, Figure after, Portion wholeBefore, Portion wholeAfter) {

    /** Whether both figures are known: else there is no change to explain. */
    public boolean isKnown() {
        return before instanceof Figure.Known && after instanceof Figure.Known;
    }

    /** What parts can add up to: of a quantile, which has none, the share of cases past its old value. */
    Told told() {
        return kpi.rollup() == Rollup.QUANTILE ? new Told.SharePast(number(before)) : new Told.Itself();
    }

    static double number(Figure figure) {
        return figure.number()
                .orElseThrow(() -> new IllegalArgumentException("a change between unknown figures: " + figure));
    }
}
