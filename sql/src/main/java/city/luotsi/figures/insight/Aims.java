package city.luotsi.figures.insight;

import city.luotsi.figures.catalogue.Better;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.query.Composition;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Targets that were crossed: missed where they used to be met, or met where they used to be missed. A target that is missed
 * for years is no news, and stands on the scorecard. Judged by months that are over, of shares and of quantiles, which are the
 * share of cases past the target.
 */
final class Aims {
    /** What has lasted longer is no news. */
    private static final int LONGEST = 3;

    /** Months before the crossing that say how it used to be. */
    private static final int BEFORE = 6;

    private final Connection connection;
    private final Publication publication;
    private final Figures figures;
    private final LocalDate through;

    /** @param through the last day that counts */
    Aims(Connection connection, Publication publication, LocalDate through) {
        this.connection = connection;
        this.publication = publication;
        this.through = through;
        this.figures = new Figures(publication, sketches -> {
            throw new IllegalStateException("no target of different ones is looked at");
        });
    }

    /**
     * @param period the months since then
     * @param estimate the figure of all of them beside the target
     */
    record Crossing(Kpi kpi, Slice slice, Period period, Estimate estimate) {
        boolean isUp() {
            return estimate.z() > 0;
        }
    }

    /** What a figure of some months is made of; empty where it isn't known, or hidden. */
    @FunctionalInterface
    interface Reading {
        Optional<Composition.Portion> of(Period months) throws SQLException;
    }

    /** The months at the end in which it is other than it was in those before, and what they are made of. */
    record Run(Period period, Composition.Portion portion) {}

    List<Crossing> all() throws SQLException {
        List<Crossing> crossings = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Target one : publication.targets()) {
            Kpi kpi = publication.catalogue().kpi(one.kpi());
            LocalDate newest = publication.confidentialThrough(kpi, through);
            Optional<Target> target = publication.target(one.kpi(), one.department(), newest);
            if (isJudged(kpi) && target.isPresent() && seen.add(List.of(one.kpi(), one.department()))) {
                crossing(kpi, target.get(), newest).ifPresent(crossings::add);
            }
        }
        return crossings;
    }

    private static boolean isJudged(Kpi kpi) {
        return kpi.better() != Better.NEITHER && (kpi.rollup() == Rollup.RATIO || kpi.rollup() == Rollup.QUANTILE);
    }

    private Optional<Crossing> crossing(Kpi kpi, Target target, LocalDate newest) throws SQLException {
        KpiQuery query = KpiQuery.of(kpi.name(), Period.monthOf(newest));
        KpiQuery asked = target.department().isPresent()
                ? query.where("department", Set.of(target.department().get()))
                : query;
        double aim = kpi.rollup() == Rollup.QUANTILE ? 1 - kpi.quantile() : target.value();
        Optional<Run> run = run(newest, kpi.better(), aim, months -> portion(asked.during(months), target));
        if (run.isEmpty() || !(aim > 0 && aim < 1)) {
            return Optional.empty();
        }
        Composition.Portion portion = run.get().portion();
        double observed = kpi.rollup() == Rollup.QUANTILE
                ? figures.answer(connection, asked.during(run.get().period()))
                        .only()
                        .number()
                        .orElse(target.value())
                : portion.numerator() / portion.denominator();
        return Optional.of(new Crossing(
                kpi,
                target.department().map(Slice::ofDepartment).orElse(Slice.CITY),
                run.get().period(),
                new Estimate(
                        observed,
                        target.value(),
                        Likelihood.ofShare(portion.numerator(), portion.denominator(), aim),
                        portion.numerator() - aim * portion.denominator(),
                        portion.denominator(),
                        Math.sqrt(aim * (1 - aim) / portion.denominator()))));
    }

    /** Nothing is said of what began before the data or the target did: it wasn't aimed at then. */
    private Optional<Composition.Portion> portion(KpiQuery query, Target target) throws SQLException {
        LocalDate from = query.period().from();
        if (from.isBefore(publication.data().from())
                || from.isBefore(target.from())
                || figures.refusal(query.step(Step.WHOLE)).isPresent()) {
            return Optional.empty();
        }
        return figures.composition(connection, query, target.value()).only();
    }

    /**
     * @param newest the last day of the newest month
     * @param aim a share, 0..1
     * @param reading of the part beside the whole, of some months
     */
    static Optional<Run> run(LocalDate newest, Better better, double aim, Reading reading) throws SQLException {
        Optional<Boolean> now = misses(reading.of(Period.monthOf(newest)), better, aim);
        int months = 1;
        while (months <= LONGEST
                && now.isPresent()
                && misses(reading.of(Period.monthOf(first(newest, months + 1))), better, aim)
                        .equals(now)) {
            months++;
        }
        if (now.isEmpty() || months > LONGEST) {
            return Optional.empty();
        }
        LocalDate since = first(newest, months);
        Optional<Boolean> before =
                misses(reading.of(new Period(since.minusMonths(BEFORE), since.minusDays(1))), better, aim);
        if (before.isEmpty() || before.equals(now)) {
            return Optional.empty();
        }
        Period period = new Period(since, newest);
        return reading.of(period).map(portion -> new Run(period, portion));
    }

    private static LocalDate first(LocalDate newest, int months) {
        return newest.withDayOfMonth(1).minusMonths(months - 1L);
    }

    /** Empty where it isn't known. */
    private static Optional<Boolean> misses(Optional<Composition.Portion> portion, Better better, double aim) {
        return portion.filter(known -> known.denominator() > 0).map(known -> {
            double off = known.numerator() - aim * known.denominator();
            return better == Better.HIGHER ? off < 0 : off > 0;
        });
    }
}
