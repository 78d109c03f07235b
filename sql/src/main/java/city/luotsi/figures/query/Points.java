package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.city.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Makes of what was counted the figures of an answer, one per member and piece of time. */
final class Points {
    private final Publication publication;
    private final Residents residents;
    private final FigureMaker figureMaker;

    Points(Publication publication, Residents residents, FigureMaker figureMaker) {
        this.publication = publication;
        this.residents = residents;
        this.figureMaker = figureMaker;
    }

    /** @param members in the order in which they are told; what is hidden is told last, of those before it together */
    List<KpiSeries.Point> of(Kpi kpi, KpiQuery query, Period answered, List<String> members, Tallies tallies) {
        List<KpiSeries.Point> points = new ArrayList<>();
        Map<Period, Untold> untold = new HashMap<>();
        for (String member : members) {
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
                Set<String> counted = Set.of(member);
                if (member.equals(Member.WITHHELD)) {
                    Untold others = untold.getOrDefault(piece, new Untold(nothing(kpi), Set.of()));
                    tally = tally.plus(others.tally());
                    counted = others.members();
                } else if (hidden) {
                    untold.merge(piece, new Untold(tally, counted), Untold::plus);
                }
                points.add(new KpiSeries.Point(
                        piece, member, hidden ? hidden(piece) : figure(kpi, query, tally, counted, piece)));
            }
        }
        return points;
    }

    private Figure hidden(Period piece) {
        return unknown(piece).orElseGet(Figure.Hidden::new);
    }

    private Figure figure(Kpi kpi, KpiQuery query, Tally tally, Set<String> members, Period piece) {
        return unknown(piece)
                .orElseGet(() -> figureMaker.figure(kpi, tally, piece, residentsOf(kpi, query, members, piece)));
    }

    private Optional<Figure> unknown(Period piece) {
        LocalDate begins = publication.data().from();
        if (piece.to().isBefore(begins)) {
            return Optional.of(new Figure.BeforeData(begins));
        }
        return isInGap(piece) ? Optional.of(new Figure.NotProvided()) : Optional.empty();
    }

    private OptionalDouble residentsOf(Kpi kpi, KpiQuery query, Set<String> members, Period piece) {
        return kpi.rollup() == Rollup.PER_RESIDENT ? residents.mean(query, members, piece) : OptionalDouble.empty();
    }

    private boolean isInGap(Period piece) {
        return publication.gaps().stream().anyMatch(gap -> gap.contains(piece.from()) && gap.contains(piece.to()));
    }

    private static Tally nothing(Kpi kpi) {
        return switch (kpi.rollup()) {
            case SUM, RATIO, STOCK, STOCK_AGE, PER_RESIDENT -> Tally.Sums.NONE;
            case QUANTILE -> Tally.Buckets.none();
            case DISTINCT -> new Tally.Distinct(List.of(), 0, 0);
        };
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
}
