package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.rollup.DistinctCount;
import city.luotsi.figures.rollup.LogBuckets;
import city.luotsi.jobs.publish.SparkSketches;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds every KPI, at every cut and grain that can answer, against the truth. */
final class Comparison {
    private static final List<Optional<String>> CUTS = List.of(
            Optional.empty(),
            Optional.of("department"),
            Optional.of("service"),
            Optional.of("major_district"),
            Optional.of("district"),
            Optional.of("channel"),
            Optional.of("age_group"));

    private final Connection published;
    private final Publication publication;
    private final Truth truth;
    private final Map<String, Integer> comparedByGrain = new HashMap<>();
    private final Map<Grain, Figures> answering = new HashMap<>();

    Comparison(Connection published, Publication publication, Truth truth) {
        this.published = published;
        this.publication = publication;
        this.truth = truth;
    }

    /** How many figures were compared, by published table. */
    Map<String, Integer> comparedByGrain() {
        return comparedByGrain;
    }

    void compare(List<Period> periods) throws SQLException {
        for (String kpi : Truth.kpis()) {
            for (Optional<String> cut : CUTS) {
                for (Period period : periods) {
                    compareAtEveryGrain(publication.catalogue().kpi(kpi), cut, period);
                }
            }
        }
    }

    private void compareAtEveryGrain(Kpi kpi, Optional<String> cut, Period period) throws SQLException {
        KpiQuery query = cut.map(name -> KpiQuery.of(kpi.name(), period).by(name))
                .orElseGet(() -> KpiQuery.of(kpi.name(), period));
        // of the whole period, or of as much of it as is known: several tables answer the same
        Map<Period, Map<String, Double>> truths = new HashMap<>();
        for (Grain grain :
                publication.catalogue().subjectOf(kpi).grains(kpi.rollup().grainKind())) {
            Figures figures = answering.computeIfAbsent(grain, it -> new Figures(preferring(it), new SparkSketches()));
            if (figures.refusal(query).isPresent()) {
                continue;
            }
            KpiSeries series = figures.answer(published, query);
            if (series.grain().equals(grain)) {
                Period answered = series.answered();
                if (!truths.containsKey(answered)) {
                    truths.put(answered, truth.figures(kpi.name(), cut, answered, ""));
                }
                compare(kpi, cut, series, truths.getOrDefault(answered, Map.of()));
            }
        }
    }

    private void compare(Kpi kpi, Optional<String> cut, KpiSeries series, Map<String, Double> truths) {
        Map<String, Double> expected = new LinkedHashMap<>(truths);
        String what = "%s by %s in %s from %s"
                .formatted(kpi.name(), cut, series.answered(), series.grain().table());
        Map<String, Double> actual = new LinkedHashMap<>();
        for (KpiSeries.Point point : series.points()) {
            if (point.figure() instanceof Figure.Known known) {
                actual.put(point.member(), known.value());
            }
        }
        // a count of nothing is zero and may be left out by either side
        if (kpi.rollup() == Rollup.SUM
                || kpi.rollup() == Rollup.STOCK
                || kpi.rollup() == Rollup.DISTINCT
                || kpi.rollup() == Rollup.PER_RESIDENT) {
            actual.values().removeIf(value -> value == 0);
            expected.values().removeIf(value -> value == 0);
        }
        assertEquals(expected.keySet(), actual.keySet(), what);
        expected.forEach((member, value) -> {
            double found = actual.getOrDefault(member, Double.NaN);
            double allowed = allowedError(kpi, value);
            assertTrue(
                    Math.abs(found - value) <= allowed,
                    () -> "%s: %s is %s, should be %s"
                            .formatted(what, member.isEmpty() ? "the city" : member, found, value));
        });
        comparedByGrain.merge(series.grain().table(), expected.size(), Integer::sum);
    }

    private static double allowedError(Kpi kpi, double value) {
        return switch (kpi.rollup()) {
            case SUM, STOCK -> 0;
            case RATIO, STOCK_AGE, PER_RESIDENT -> Math.abs(value) * 1e-12;
            case QUANTILE -> Math.abs(value) * LogBuckets.ERROR * 1.0001;
            case DISTINCT -> Math.max(0.5, value * DistinctCount.ERROR * 1.5);
        };
    }

    /** The same publication, in which this table seems the smallest, so that it is the one that answers. */
    private Publication preferring(Grain grain) {
        return new Publication(
                publication.city(),
                publication.name(),
                publication.demonstration(),
                publication.zone(),
                publication.currency(),
                publication.createdAt(),
                publication.data(),
                publication.gaps(),
                publication.catalogue(),
                publication.headline(),
                publication.owners(),
                publication.members(),
                publication.outlines(),
                publication.provided(),
                publication.population(),
                publication.targets(),
                publication.feeds(),
                publication.checks(),
                publication.confidential(),
                publication.columns(),
                Map.of(grain.table(), 0L));
    }
}
