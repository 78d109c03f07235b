package city.luotsi.figures.insight;

import city.luotsi.figures.catalogue.Kpi;
import java.time.LocalDate;
import java.util.Optional;

/** How one KPI went in one slice, piece by piece, the newest first. NaN stands for what isn't told or not known. */
final class Course {
    private final Kpi kpi;
    private final Slice slice;
    private final Pace pace;
    private final LocalDate newest;
    private final double[] amount;
    private final double[] base;
    private final double[] weight;

    /**
     * @param newest the last day of the newest piece
     * @param amount by roll-up: the sum; the numerator; what is in stock at the end; the ages, in days, of all that is in
     *     stock; how many are past what a quantile usually is
     * @param base the denominator, what is in stock, or how many a quantile is of; zeros where there is none
     * @param weight how much is to be expected of a piece by its weekdays and holidays: 1 for each usual day
     */
    Course(Kpi kpi, Slice slice, Pace pace, LocalDate newest, double[] amount, double[] base, double[] weight) {
        this.kpi = kpi;
        this.slice = slice;
        this.pace = pace;
        this.newest = newest;
        this.amount = amount;
        this.base = base;
        this.weight = weight;
    }

    /** What is left of it without a part of it. */
    Course without(Course part) {
        return new Course(
                kpi, slice, pace, newest, difference(amount, part.amount), difference(base, part.base), weight);
    }

    private static double[] difference(double[] whole, double[] part) {
        double[] rest = whole.clone();
        for (int ago = 0; ago < rest.length; ago++) {
            rest[ago] -= part[ago];
        }
        return rest;
    }

    Kpi kpi() {
        return kpi;
    }

    Slice slice() {
        return slice;
    }

    Pace pace() {
        return pace;
    }

    LocalDate newest() {
        return newest;
    }

    double[] amount() {
        return amount;
    }

    double[] base() {
        return base;
    }

    double[] weight() {
        return weight;
    }

    int length() {
        return amount.length;
    }

    /** The figure of one piece: of a sum by usual day, of a quantile the share past the usual one, else in the KPI's unit. */
    double level(int ago) {
        return switch (kpi.rollup()) {
            case SUM, PER_RESIDENT -> amount[ago] / weight[ago];
            case RATIO, STOCK_AGE, QUANTILE -> amount[ago] / base[ago];
            case STOCK -> amount[ago];
            case DISTINCT -> throw new IllegalStateException(kpi.name() + " isn't made of sums");
        };
    }

    /**
     * What some pieces add up to: those of them that are known.
     *
     * @param pieces how many those are
     */
    record Sums(int pieces, double amount, double base, double weight) {
        Sums plus(Sums other) {
            return new Sums(pieces + other.pieces, amount + other.amount, base + other.base, weight + other.weight);
        }
    }

    /** Empty if a piece of the window isn't known. */
    Optional<Sums> window(int ago, int pieces) {
        return Optional.of(sums(ago, pieces)).filter(sums -> sums.pieces() == pieces);
    }

    /** The pieces before a window that say what is usual; empty if too few of them are known. */
    Optional<Sums> reference(int ago, int window) {
        return sumsOfEnough(ago + window, pace.reference());
    }

    /**
     * Likewise, but without the data's first quarter of a year: of what was asked for before the data begins the end isn't seen,
     * so too little ends in it, and too little is open.
     */
    Optional<Sums> settledReference(int ago, int window) {
        int settled = length() - pace.year() / 4 - (ago + window);
        return Optional.of(Math.min(settled, pace.reference()))
                .filter(pieces -> pieces > 0)
                .flatMap(pieces -> sumsOfEnough(ago + window, pieces));
    }

    /**
     * Weeks are only while the data is too young to know a season: a July compared with a June looks like a fall. Months always
     * are: of services so small that some are hidden nothing would be told for years.
     */
    boolean isComparedWithoutSeason(int ago, int window) {
        return pace == Pace.MONTH || length() < ago + pace.year() + window + pace.leastReference();
    }

    private Optional<Sums> sumsOfEnough(int from, int pieces) {
        return Optional.of(sums(from, pieces)).filter(sums -> sums.pieces() >= pace.leastReference());
    }

    boolean isKnown(int ago) {
        return ago < length() && !Double.isNaN(amount[ago] + base[ago]);
    }

    private Sums sums(int from, int pieces) {
        int known = 0;
        double amounts = 0;
        double bases = 0;
        double weights = 0;
        for (int ago = from; ago < Math.min(from + pieces, length()); ago++) {
            if (isKnown(ago)) {
                known++;
                amounts += amount[ago];
                bases += base[ago];
                weights += weight[ago];
            }
        }
        return new Sums(known, amounts, bases, weights);
    }
}
