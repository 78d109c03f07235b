package city.luotsi.figures.contribution;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.contribution.Part.Source;
import city.luotsi.figures.query.Composition.Portion;
import city.luotsi.figures.query.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What each part contributed, by how the KPI adds up. */
final class Parts {
    private final Compared compared;
    private final Kpi kpi;
    private final Chance chance;

    /** What a part is made of in the two. */
    record Pair(Portion before, Portion after) {
        boolean isNothing() {
            return before.numerator() == 0
                    && after.numerator() == 0
                    && before.denominator() == 0
                    && after.denominator() == 0;
        }
    }

    /** @param members how many are told */
    Parts(Compared compared, int members) {
        this.compared = compared;
        this.kpi = compared.kpi();
        this.chance = new Chance(members);
    }

    /** @param left what isn't told, and what of the source is in it */
    Explanation explanation(String dimension, Map<String, Pair> members, Optional<Pair> left, Part.NotTold notTold) {
        List<Part> parts = new ArrayList<>(members.entrySet().stream()
                .filter(member -> !member.getValue().isNothing())
                .map(member -> part(new Part.Member(member.getKey()), member.getValue()))
                .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.amount())))
                .toList());
        left.map(pair -> part(notTold, pair)).ifPresent(parts::add);
        population().ifPresent(parts::add);
        Portion before = compared.wholeBefore();
        Portion after = compared.wholeAfter();
        return switch (kpi.rollup()) {
            case RATIO, STOCK_AGE, QUANTILE ->
                new Explanation(kpi, dimension, compared.told(), Divided.whole(before), Divided.whole(after), parts);
            case SUM, STOCK, PER_RESIDENT ->
                new Explanation(
                        kpi,
                        dimension,
                        compared.told(),
                        before.numerator() * perCase(compared.before()),
                        after.numerator() * perCase(compared.after()),
                        parts);
            case DISTINCT -> throw new IllegalArgumentException(kpi.name() + " isn't made of parts");
        };
    }

    private Part part(Source source, Pair pair) {
        return switch (kpi.rollup()) {
            case RATIO, STOCK_AGE, QUANTILE -> divided(source, pair);
            case SUM, STOCK, PER_RESIDENT -> added(source, pair);
            case DISTINCT -> throw new IllegalArgumentException(kpi.name() + " isn't made of parts");
        };
    }

    /** The difference; of a rate by the mean of the two populations, so that what is left is the population's own effect. */
    private Part added(Source source, Pair pair) {
        double then = perCase(compared.before());
        double now = perCase(compared.after());
        double per = (then + now) / 2;
        OptionalDouble noise = kpi.unit() == Unit.COUNT || kpi.unit() == Unit.RATE
                ? OptionalDouble.of(per * chance.ofCounts(cases(pair)).getAsDouble())
                : OptionalDouble.empty();
        return new Part(
                source,
                (pair.after().numerator() - pair.before().numerator()) * per,
                Optional.empty(),
                OptionalDouble.of(pair.before().numerator() * then),
                OptionalDouble.of(pair.after().numerator() * now),
                size(
                        pair.before().numerator() + pair.after().numerator(),
                        compared.wholeBefore().numerator()
                                + compared.wholeAfter().numerator()),
                noise);
    }

    /** What came by chance: all cases of both; of a stock, those that came or went in between. */
    private double cases(Pair pair) {
        boolean flows = kpi.rollup().isStock() && compared.comparison().isOfOneSlice();
        return flows
                ? Math.abs(pair.after().counted() - pair.before().counted())
                : pair.before().numerator() + pair.after().numerator();
    }

    private Part divided(Source source, Pair pair) {
        Divided part = new Divided(pair.before(), pair.after(), compared.wholeBefore(), compared.wholeAfter());
        Part.Split split = part.split();
        boolean isShareOfCases = kpi.unit() == Unit.PERCENT || compared.told() instanceof Told.SharePast;
        return new Part(
                source,
                split.rate() + split.mix(),
                Optional.of(split),
                Divided.rate(pair.before()),
                Divided.rate(pair.after()),
                Math.clamp(part.meanWeight(), 0, 1),
                isShareOfCases ? chance.ofShare(part) : OptionalDouble.empty());
    }

    /** That there were more or fewer residents; empty where their number doesn't matter or didn't change. */
    private Optional<Part> population() {
        double change = perCase(compared.after()) - perCase(compared.before());
        double cases =
                (compared.wholeBefore().numerator() + compared.wholeAfter().numerator()) / 2;
        return change == 0
                ? Optional.empty()
                : Optional.of(new Part(
                        new Part.Population(),
                        cases * change,
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        0,
                        OptionalDouble.empty()));
    }

    /** What one case counts in the figure: 1, or so many residents out of all. */
    private double perCase(Figure figure) {
        return figure instanceof Figure.Known known && kpi.rollup() == Rollup.PER_RESIDENT
                ? known.parts()
                        .map(parts -> (double) kpi.per() / parts.denominator())
                        .orElse(1.0)
                : 1;
    }

    private static double size(double part, double whole) {
        return whole > 0 ? Math.clamp(part / whole, 0, 1) : 0;
    }
}
