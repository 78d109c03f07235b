package city.luotsi.figures.insight;

import city.luotsi.figures.catalogue.Kpi;
import java.time.LocalDate;

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
     * @param amount by roll-up: the sum; the numerator; what is in stock at the end; the ages, in days, of all that is in stock
     * @param base the denominator, or what is in stock; zeros where there is none
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

    /** The figure of one piece: of a sum by usual day, else in the KPI's unit. */
    double level(int ago) {
        return switch (kpi.rollup()) {
            case SUM, PER_RESIDENT -> amount[ago] / weight[ago];
            case RATIO, STOCK_AGE -> amount[ago] / base[ago];
            case STOCK -> amount[ago];
            case QUANTILE, DISTINCT -> throw new IllegalStateException(kpi.name() + " isn't made of sums");
        };
    }

    /** Over some pieces; NaN if one of them isn't known or lies before the first. */
    static double sum(double[] values, int from, int pieces) {
        if (from + pieces > values.length) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = from; i < from + pieces; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The pieces before a window that say what is usual: 0 if they are too few. */
    int reference(int ago, int window) {
        int pieces = Math.min(pace.reference(), length() - ago - window);
        return pieces < pace.leastReference() ? 0 : pieces;
    }
}
