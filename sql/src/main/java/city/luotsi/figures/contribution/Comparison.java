package city.luotsi.figures.contribution;

import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Step;

/** Two questions about one KPI whose answers differ: of two periods, or of two slices of the city. */
public record Comparison(KpiQuery before, KpiQuery after) {

    public Comparison {
        if (!before.kpi().equals(after.kpi())) {
            throw new IllegalArgumentException(
                    "a change is of one KPI, these are of '%s' and '%s'".formatted(before.kpi(), after.kpi()));
        }
        requireOneFigure(before);
        requireOneFigure(after);
    }

    /** Whether time is all that lies between them. */
    boolean isOfOneSlice() {
        return before.filters().equals(after.filters());
    }

    private static void requireOneFigure(KpiQuery query) {
        if (query.by().isPresent() || query.step() != Step.WHOLE) {
            throw new IllegalArgumentException("%s asks for more than one figure".formatted(query));
        }
    }
}
