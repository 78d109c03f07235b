package city.luotsi.figures.contribution;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Composition;
import city.luotsi.figures.query.Composition.Portion;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells changes as parts that add up to them, from one publication. Safe to share between threads; the connection is the caller's. */
public final class Contributions {
    /** Numbers that differ by less are the same sum, added up in another order. */
    private static final double DUST = 1e-6;

    private final Figures figures;

    public Contributions(Figures figures) {
        this.figures = figures;
    }

    /** Why a change can't be told by a dimension; empty if it can, once both figures are known. Costs no query. */
    public Optional<Unexplained> closed(Comparison comparison, String dimension) {
        if (kpi(comparison).rollup() == Rollup.DISTINCT) {
            return Optional.of(new Unexplained.Inseparable());
        }
        return Stream.of(comparison.before(), comparison.after())
                .flatMap(query -> refusal(query, dimension).stream())
                .<Unexplained>map(Unexplained.Refused::new)
                .findFirst();
    }

    private Optional<Refusal> refusal(KpiQuery query, String dimension) {
        return figures.refusal(query).or(() -> figures.refusal(query.by(dimension)));
    }

    /** @throws IllegalArgumentException if one of the two has no answer: ask {@link Figures#refusal} first */
    public Compared compare(Connection connection, Comparison comparison) throws SQLException {
        Kpi kpi = kpi(comparison);
        Figure before = figures.answer(connection, comparison.before()).only();
        Figure after = figures.answer(connection, comparison.after()).only();
        Compared figuresOnly = new Compared(kpi, comparison, before, after, Portion.NONE, Portion.NONE);
        if (!figuresOnly.isKnown() || kpi.rollup() == Rollup.DISTINCT) {
            return figuresOnly;
        }
        double old = Compared.number(before);
        Optional<Portion> wholeBefore =
                figures.composition(connection, comparison.before(), old).only();
        Optional<Portion> wholeAfter =
                figures.composition(connection, comparison.after(), old).only();
        return new Compared(kpi, comparison, before, after, wholeBefore.orElseThrow(), wholeAfter.orElseThrow());
    }

    /** @throws IllegalArgumentException if a figure isn't known, or the dimension is {@link #closed} */
    public Explanation explain(Connection connection, Compared compared, String dimension) throws SQLException {
        Optional<Unexplained> closed = closed(compared.comparison(), dimension);
        if (closed.isPresent()) {
            throw new IllegalArgumentException(
                    "%s by %s can't be explained: %s".formatted(compared.comparison(), dimension, closed.get()));
        }
        double old = Compared.number(compared.before());
        Composition before =
                figures.composition(connection, compared.comparison().before().by(dimension), old);
        Composition after =
                figures.composition(connection, compared.comparison().after().by(dimension), old);
        return explanation(compared, dimension, before, after);
    }

    /** The arithmetic without the file. */
    Explanation explanation(Compared compared, String dimension, Composition before, Composition after) {
        Map<String, Parts.Pair> told = new LinkedHashMap<>();
        Portion leftBefore = compared.wholeBefore();
        Portion leftAfter = compared.wholeAfter();
        Set<String> members = new LinkedHashSet<>(before.members().keySet());
        members.addAll(after.members().keySet());
        List<String> hidden = new ArrayList<>();
        for (String member : members) {
            Optional<Portion> then = before.members().getOrDefault(member, Optional.of(Portion.NONE));
            Optional<Portion> now = after.members().getOrDefault(member, Optional.of(Portion.NONE));
            if (then.isEmpty() || now.isEmpty()) {
                // left in both, so that it is the same members before and after
                hidden.add(member);
            } else if (!member.equals(Member.WITHHELD)) {
                told.put(member, new Parts.Pair(then.get(), now.get()));
                leftBefore = leftBefore.minus(then.get());
                leftAfter = leftAfter.minus(now.get());
            }
        }
        Parts.Pair left = new Parts.Pair(leftBefore, leftAfter);
        boolean isDust = isDust(leftBefore, compared.wholeBefore()) && isDust(leftAfter, compared.wholeAfter());
        if (hidden.isEmpty()
                && !members.contains(Member.WITHHELD)
                && !isDust
                && figures.publication().confidential().isEmpty()) {
            throw new IllegalStateException(
                    "%s by %s leaves %s of %s and %s: the publication's tables don't agree; check and publish it again"
                            .formatted(
                                    compared.kpi().name(),
                                    dimension,
                                    left,
                                    compared.wholeBefore(),
                                    compared.wholeAfter()));
        }
        hidden.remove(Member.WITHHELD);
        Optional<Parts.Pair> notTold = isDust && hidden.isEmpty() ? Optional.empty() : Optional.of(left);
        return new Parts(compared, told.size()).explanation(dimension, told, notTold, new Part.NotTold(hidden));
    }

    private static boolean isDust(Portion left, Portion whole) {
        return isDust(left.numerator(), whole.numerator()) && isDust(left.denominator(), whole.denominator());
    }

    private static boolean isDust(double left, double whole) {
        return Math.abs(left) <= DUST * Math.max(1, Math.abs(whole));
    }

    private Kpi kpi(Comparison comparison) {
        return figures.publication().catalogue().kpi(comparison.after().kpi());
    }
}
