package city.luotsi.figures.insight;

import city.luotsi.figures.insight.Course.Sums;
import city.luotsi.figures.insight.Elsewhere.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much more than usual is to be expected, by what was seen {@link Elsewhere}; drawn towards 1 by {@link #DOUBT} cases, and
 * with the uncertainty of what was seen.
 *
 * @param factor what the usual is multiplied with; of a share its odds are
 * @param variance of the factor's logarithm
 */
record Season(double factor, double variance) {
    static final Season NONE = new Season(1, 0);

    private static final double DOUBT = 25;
    private static final double HALF = 0.5;

    /** Of events. */
    static Season ofSums(Seen seen) {
        Sums before = seen.before();
        double usual = before.amount() * seen.during().weight() / before.weight();
        return of(seen.during().amount(), usual, before.amount());
    }

    /** Of a stock at the end of one piece. */
    static Season ofLevel(Seen seen) {
        double usual = seen.before().amount() / seen.before().pieces();
        return of(seen.during().amount(), usual, usual);
    }

    private static Season of(double seen, double usual, double behind) {
        return behind == 0
                ? NONE
                : new Season((seen + DOUBT) / (usual + DOUBT), 1 / (seen + DOUBT) + 1 / (behind + DOUBT));
    }

    static Season ofShares(Seen seen) {
        double part = seen.before().amount() + HALF;
        double others = seen.before().base() - seen.before().amount() + HALF;
        double share = part / (part + others);
        double partNow = seen.during().amount() + DOUBT * share;
        double othersNow = seen.during().base() - seen.during().amount() + DOUBT * (1 - share);
        return new Season(partNow / othersNow / (part / others), 1 / partNow + 1 / othersNow + 1 / part + 1 / others);
    }

    /** Of ages of what is in stock: they vary as much as their mean. */
    static Season ofAges(Seen seen) {
        Sums before = seen.before();
        double usual = before.amount() / before.base();
        double stock = seen.during().base() + DOUBT;
        return new Season(
                (seen.during().amount() + DOUBT * usual) / stock / usual,
                1 / stock + before.pieces() / (before.base() + DOUBT * before.pieces()));
    }

    /**
     * What the season of a stock may be, as far as it is known, by the levels of the same time one and two years earlier,
     * together and each by itself: what was open when the data began may be missing in the earlier one. A holiday takes a stock
     * down, or up, for a week that isn't the same each year: each of the weeks around it may be the one that is alike.
     */
    static List<Season> ofLevels(Course like, int ago, int window) {
        int one = ago + like.pace().year();
        int two = one + like.pace().year();
        List<Season> seasons = new ArrayList<>(List.of(
                ofLevels(like, window, 3, one - 1, two - 1),
                ofLevels(like, window, 3, one - 1),
                ofLevels(like, window, 3, two - 1)));
        if (like.pace() == Pace.WEEK) {
            for (int around = -1; around <= 1; around++) {
                seasons.add(ofLevels(like, window, 1, one + around));
                seasons.add(ofLevels(like, window, 1, two + around));
            }
        }
        seasons.removeIf(NONE::equals);
        return seasons;
    }

    private static Season ofLevels(Course like, int window, int pieces, int... then) {
        double seen = 0;
        double usual = 0;
        for (int ago : then) {
            Optional<Sums> during = like.window(ago, pieces);
            Optional<Sums> before = like.settledReference(ago + pieces / 2, window);
            if (during.isPresent() && before.isPresent()) {
                seen += during.get().amount() / pieces;
                usual += before.get().amount() / before.get().pieces();
            }
        }
        return of(seen, usual, usual);
    }
}
