package city.luotsi.figures.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A question about whole months, quarters or years, as a part of the question about all of them: a month, the one before and
 * the year that led there are one question, not three.
 *
 * @param whole every piece there is, of the same cut; what is confidential is told in all of them alike
 */
public record Excerpt(KpiQuery asked, KpiQuery whole) {
    private static final List<Step> STEPS = List.of(Step.MONTH, Step.QUARTER, Step.YEAR);

    /** Empty for members side by side: all their pieces would be many more figures than are asked for. */
    static Optional<Excerpt> of(Publication publication, KpiQuery query) {
        if (query.by().isPresent()
                || query.period()
                        .to()
                        .isAfter(
                                publication.knownThrough(publication.catalogue().kpi(query.kpi())))) {
            return Optional.empty();
        }
        return step(query)
                .filter(step -> !query.period()
                        .from()
                        .isBefore(step.startOf(publication.data().from())))
                .map(step -> new Excerpt(query, query.step(step).during(all(publication, query, step))));
    }

    private static Optional<Step> step(KpiQuery query) {
        return STEPS.stream()
                .filter(step -> step.fits(query.period()))
                .filter(step -> query.step() == step
                        || (query.step() == Step.WHOLE
                                && step.pieces(query.period()).size() == 1))
                .findFirst();
    }

    /** Up to where confidential services are told, or further where the question goes further. */
    private static Period all(Publication publication, KpiQuery query, Step step) {
        LocalDate told = publication.confidentialThrough(publication.catalogue().kpi(query.kpi()));
        LocalDate end = step.startOf(told.plusDays(1)).minusDays(1);
        return new Period(
                step.startOf(publication.data().from()),
                query.period().to().isAfter(end) ? query.period().to() : end);
    }
}
