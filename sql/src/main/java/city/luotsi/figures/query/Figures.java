package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.rollup.DistinctCount;
import city.luotsi.figures.rollup.Population;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers questions from one publication. Safe to share between threads; the connection is the caller's. */
public final class Figures {
    private static final Set<String> PLACES = Set.of("district", "major_district");
    private static final String AGE = "age_group";

    private final Publication publication;
    private final GrainChoice grains;
    private final Population population;
    private final FigureMaker figureMaker;

    /** @param distinctCount merges the published sketches, with the library that this program carries */
    public Figures(Publication publication, DistinctCount distinctCount) {
        this.figureMaker = new FigureMaker(distinctCount);
        this.publication = publication;
        this.grains = new GrainChoice(publication);
        this.population = new Population(publication.population());
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
        if (kpi.rollup() == Rollup.PER_RESIDENT && !hasPopulation(query)) {
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
        List<KpiSeries.Point> points;
        if (answered.from().isAfter(known)) {
            points = notYetKnown(query);
        } else {
            QuerySql sql = QuerySql.of(publication, kpi, query, answered, grain);
            points = points(kpi, query, answered, Tallies.ask(connection, kpi, sql));
        }
        return new KpiSeries(kpi, query, answered, points, grain, carriedFrom(kpi, answered));
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
        return kpi.rollup() == Rollup.PER_RESIDENT ? population.carriedFrom(answered.to()) : Optional.empty();
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

    private List<KpiSeries.Point> points(Kpi kpi, KpiQuery query, Period answered, Tallies tallies) {
        List<KpiSeries.Point> points = new ArrayList<>();
        Map<Period, Untold> untold = new HashMap<>();
        for (String member : membersInOrder(query, tallies)) {
            Tally stock = tallies.at(member, Optional.empty()).orElseGet(() -> nothing(kpi));
            boolean stockHidden = kpi.rollup().isStock() && tallies.isHidden(member, Optional.empty());
            for (Period piece : query.step().pieces(answered)) {
                Optional<LocalDate> start = Optional.of(query.step().startOf(piece.from()));
                Tally tally = tallies.at(member, start).orElseGet(() -> nothing(kpi));
                boolean hidden = stockHidden || tallies.isHidden(member, start);
                if (kpi.rollup().isStock()) {
                    tally = stock.plus(tally);
                    stock = tally;
                    // what is hidden once is missing in every sum that follows
                    stockHidden = hidden;
                }
                Set<String> members = Set.of(member);
                if (member.equals(Member.WITHHELD)) {
                    Untold others = untold.getOrDefault(piece, new Untold(nothing(kpi), Set.of()));
                    tally = tally.plus(others.tally());
                    members = others.members();
                } else if (hidden) {
                    untold.merge(piece, new Untold(tally, members), Untold::plus);
                }
                points.add(new KpiSeries.Point(
                        piece, member, hidden ? hidden(piece) : figure(kpi, query, tally, members, piece)));
            }
        }
        return points;
    }

    private Figure hidden(Period piece) {
        return unknown(piece).orElseGet(Figure.Hidden::new);
    }

    private Figure figure(Kpi kpi, KpiQuery query, Tally tally, Set<String> members, Period piece) {
        return unknown(piece)
                .orElseGet(() -> figureMaker.figure(kpi, tally, piece, residents(kpi, query, members, piece)));
    }

    private Optional<Figure> unknown(Period piece) {
        LocalDate begins = publication.data().from();
        if (piece.to().isBefore(begins)) {
            return Optional.of(new Figure.BeforeData(begins));
        }
        return isInGap(piece) ? Optional.of(new Figure.NotProvided()) : Optional.empty();
    }

    /**
     * Members that are hidden, and what is told of them nevertheless: another month, or a denominator whose numerator is
     * hidden. With the hidden rest it is what they have together, all numbers over the same members.
     */
    private record Untold(Tally tally, Set<String> members) {
        Untold plus(Untold other) {
            Set<String> all = new HashSet<>(members);
            all.addAll(other.members);
            return new Untold(tally.plus(other.tally), all);
        }
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

    private static Tally nothing(Kpi kpi) {
        return switch (kpi.rollup()) {
            case SUM, RATIO, STOCK, STOCK_AGE, PER_RESIDENT -> Tally.Sums.NONE;
            case QUANTILE -> Tally.Buckets.none();
            case DISTINCT -> new Tally.Distinct(List.of(), 0, 0);
        };
    }

    private boolean isInGap(Period piece) {
        return publication.gaps().stream().anyMatch(gap -> gap.contains(piece.from()) && gap.contains(piece.to()));
    }

    private boolean hasPopulation(KpiQuery query) {
        return !publication.population().isEmpty()
                && (population.knowsAges() || !GrainChoice.dimensions(query).contains(AGE));
    }

    private OptionalDouble residents(Kpi kpi, KpiQuery query, Set<String> members, Period piece) {
        if (kpi.rollup() != Rollup.PER_RESIDENT) {
            return OptionalDouble.empty();
        }
        Optional<Set<String>> districts = Optional.empty();
        for (String dimension : PLACES) {
            Optional<Set<String>> chosen = chosen(query, members, dimension).map(ids -> districtsOf(dimension, ids));
            if (chosen.isPresent()) {
                districts = Optional.of(
                        districts.map(old -> common(old, chosen.get())).orElse(chosen.get()));
            }
        }
        return population.mean(new Population.Cut(districts, chosen(query, members, AGE)), piece.from(), piece.to());
    }

    private static Optional<Set<String>> chosen(KpiQuery query, Set<String> members, String dimension) {
        if (query.by().filter(dimension::equals).isPresent()) {
            return Optional.of(members);
        }
        return Optional.ofNullable(query.filters().get(dimension));
    }

    private Set<String> districtsOf(String dimension, Set<String> ids) {
        if (dimension.equals("district")) {
            return ids;
        }
        return publication.members("district").stream()
                .filter(district -> district.parent().filter(ids::contains).isPresent())
                .map(Member::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}
