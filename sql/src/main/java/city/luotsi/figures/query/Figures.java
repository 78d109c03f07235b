package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.rollup.DistinctCount;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers questions from one publication. Safe to share between threads; the connection is the caller's. */
public final class Figures {
    private final Publication publication;
    private final GrainChoice grains;
    private final Residents residents;
    private final Points points;

    /** @param distinctCount merges the published sketches, with the library that this program carries */
    public Figures(Publication publication, DistinctCount distinctCount) {
        this.publication = publication;
        this.grains = new GrainChoice(publication);
        this.residents = new Residents(publication);
        this.points = new Points(publication, residents, new FigureMaker(distinctCount));
    }

    public Publication publication() {
        return publication;
    }

    /**
     * Why a question has no answer; empty if it has one. Costs no query.
     *
     * @throws city.luotsi.figures.catalogue.DefinitionException if it names an unknown KPI or dimension
     */
    public Optional<Refusal> refusal(KpiQuery query) {
        Kpi kpi = publication.catalogue().kpi(query.kpi());
        for (String dimension : GrainChoice.dimensions(query)) {
            publication.catalogue().dimension(dimension);
            if (!publication.provided().contains(dimension)) {
                return Optional.of(new Refusal.DimensionNotProvided(dimension));
            }
        }
        Period data = publication.data();
        if (query.period().from().isAfter(data.to()) || query.period().to().isBefore(data.from())) {
            return Optional.of(new Refusal.OutsideData(data));
        }
        if (kpi.rollup() == Rollup.PER_RESIDENT && !residents.isKnown(query)) {
            return Optional.of(new Refusal.NoPopulation());
        }
        Period answered = query.period().until(publication.knownThrough(kpi));
        return grains.choose(kpi, query, answered).isPresent()
                ? Optional.empty()
                : Optional.of(grains.refuse(kpi, query, answered));
    }

    /** Whether the answer is of open services only, because the others aren't told apart by what is asked; whoever shows it says so. */
    public boolean leavesOutConfidential(KpiQuery query) {
        Kpi kpi = publication.catalogue().kpi(query.kpi());
        return grains.leavesOutConfidential(kpi, query, query.period().until(publication.knownThrough(kpi)));
    }

    /** @throws IllegalArgumentException if the question has no answer: ask {@link #refusal} first */
    public KpiSeries answer(Connection connection, KpiQuery query) throws SQLException {
        Optional<Refusal> refusal = refusal(query);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException("%s can't be answered: %s".formatted(query, refusal.get()));
        }
        Kpi kpi = publication.catalogue().kpi(query.kpi());
        LocalDate known = publication.knownThrough(kpi);
        Period answered = query.period().until(known);
        Grain grain = grains.choose(kpi, query, answered).orElseThrow();
        List<KpiSeries.Point> told;
        if (answered.from().isAfter(known)) {
            told = notYetKnown(query);
        } else {
            Tallies tallies = Tallies.ask(connection, kpi, QuerySql.of(publication, kpi, query, answered, grain));
            told = points.of(kpi, query, answered, membersInOrder(query, tallies), tallies);
        }
        return new KpiSeries(kpi, query, answered, told, grain, carriedFrom(kpi, answered));
    }

    /** The longer question whose answer holds this one's, so that it need be asked once for all its pieces; empty: there is none. */
    public Optional<Excerpt> excerpt(KpiQuery query) {
        return Excerpt.of(publication, query).filter(excerpt -> sameTable(query, excerpt.whole()));
    }

    /** What is hidden differs from table to table. */
    private boolean sameTable(KpiQuery one, KpiQuery other) {
        Kpi kpi = publication.catalogue().kpi(one.kpi());
        Optional<Grain> table = refusal(one).isPresent() ? Optional.empty() : grains.choose(kpi, one, one.period());
        return table.isPresent()
                && refusal(other).isEmpty()
                && grains.choose(kpi, other, other.period()).equals(table);
    }

    /** The answer to the excerpt's question, out of that to the longer one. */
    public KpiSeries excerpt(Excerpt excerpt, KpiSeries whole) {
        KpiQuery asked = excerpt.asked();
        Period answered = asked.period();
        return new KpiSeries(
                whole.kpi(),
                asked,
                answered,
                whole.points().stream()
                        .filter(point -> answered.contains(point.period().from()))
                        .toList(),
                whole.grain(),
                carriedFrom(whole.kpi(), answered));
    }

    private Optional<Integer> carriedFrom(Kpi kpi, Period answered) {
        return kpi.rollup() == Rollup.PER_RESIDENT ? residents.carriedFrom(answered.to()) : Optional.empty();
    }

    /**
     * What the figure of a whole period is made of, by the question's dimension or as one.
     *
     * @param past of a quantile: the value past which cases count in the numerator; else means nothing
     * @throws IllegalArgumentException if the question has no answer, or asks for different ones, which don't add up
     */
    public Composition composition(Connection connection, KpiQuery query, double past) throws SQLException {
        Kpi kpi = publication.catalogue().kpi(query.kpi());
        Period answered = query.period().until(publication.knownThrough(kpi));
        Optional<Grain> grain = refusal(query).isPresent() ? Optional.empty() : grains.choose(kpi, query, answered);
        if (grain.isEmpty() || query.step() != Step.WHOLE || kpi.rollup() == Rollup.DISTINCT) {
            throw new IllegalArgumentException("%s can't be told as parts that add up".formatted(query));
        }
        Tallies tallies = Tallies.ask(connection, kpi, QuerySql.of(publication, kpi, query, answered, grain.get()));
        Map<String, Optional<Composition.Portion>> members = new LinkedHashMap<>();
        for (String member : membersInOrder(query, tallies)) {
            Composition.Portion portion = Composition.Portion.NONE;
            boolean hidden = false;
            // of a stock, what came before the period counts as well
            for (Optional<LocalDate> piece : List.of(Optional.<LocalDate>empty(), Optional.of(answered.from()))) {
                hidden = hidden || tallies.isHidden(member, piece);
                portion = portion.plus(tallies.at(member, piece)
                        .map(tally -> portion(kpi, tally, answered.to(), past))
                        .orElse(Composition.Portion.NONE));
            }
            members.put(member, hidden ? Optional.empty() : Optional.of(portion));
        }
        return new Composition(members);
    }

    private static Composition.Portion portion(Kpi kpi, Tally tally, LocalDate end, double past) {
        return switch (tally) {
            case Tally.Sums sums
            when kpi.rollup() == Rollup.RATIO -> new Composition.Portion(sums.first(), sums.second(), sums.counted());
            case Tally.Sums sums
            when kpi.rollup() == Rollup.STOCK_AGE ->
                new Composition.Portion(sums.ages(end), sums.first(), sums.counted());
            case Tally.Sums sums -> new Composition.Portion(sums.first(), 0, sums.counted());
            case Tally.Buckets buckets ->
                new Composition.Portion(buckets.past(past), buckets.counted(), buckets.counted());
            case Tally.Distinct _ -> throw new IllegalArgumentException("different ones don't add up");
        };
    }

    private static List<KpiSeries.Point> notYetKnown(KpiQuery query) {
        if (query.by().isPresent()) {
            return List.of();
        }
        return query.step().pieces(query.period()).stream()
                .map(piece -> new KpiSeries.Point(piece, "", new Figure.NotYetKnown()))
                .toList();
    }

    private List<String> membersInOrder(KpiQuery query, Tallies tallies) {
        if (query.by().isEmpty()) {
            return List.of("");
        }
        List<String> ordered = publication.members(query.by().get()).stream()
                .map(Member::id)
                .filter(tallies.members()::contains)
                .collect(Collectors.toCollection(ArrayList::new));
        if (tallies.members().contains(Member.UNKNOWN)) {
            ordered.add(Member.UNKNOWN);
        }
        boolean withheld = tallies.members().contains(Member.WITHHELD);
        if (withheld && (tallies.isAnyHidden() || !tallies.isNothing(Member.WITHHELD))) {
            // after those of whom it tells what they have together
            ordered.add(Member.WITHHELD);
        }
        return ordered;
    }
}
