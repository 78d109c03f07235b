package city.luotsi.figures.insight;

import city.luotsi.figures.query.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums of a subject's columns by slice and piece of time, the newest piece first; one more piece at the end holds all that
 * came before. NaN where a number is hidden.
 */
final class CellSums {
    private final Pace pace;
    private final LocalDate newest;
    private final int pieces;
    private final List<String> columns;
    private final Map<Slice, double[][]> sums = new HashMap<>();

    CellSums(Pace pace, LocalDate newest, int pieces, List<String> columns) {
        this.pace = pace;
        this.newest = newest;
        this.pieces = pieces;
        this.columns = List.copyOf(columns);
    }

    Pace pace() {
        return pace;
    }

    LocalDate newest() {
        return newest;
    }

    int pieces() {
        return pieces;
    }

    Set<Slice> slices() {
        return sums.keySet();
    }

    /** @param values in the order of the columns */
    void add(Slice slice, int ago, double[] values) {
        double[][] ofSlice = sums.computeIfAbsent(slice, any -> new double[columns.size()][pieces + 1]);
        for (int i = 0; i < values.length; i++) {
            ofSlice[i][Math.min(ago, pieces)] += values[i];
        }
    }

    /** Of a column, without what came before. */
    double[] pieces(Slice slice, String column) {
        double[] all = ofSlice(slice)[columns.indexOf(column)];
        return java.util.Arrays.copyOf(all, pieces);
    }

    /** What the changes of a column have added up to by the end of each piece. */
    double[] levels(Slice slice, String column) {
        double[] changes = ofSlice(slice)[columns.indexOf(column)];
        double[] levels = new double[pieces];
        double level = changes[pieces];
        for (int ago = pieces - 1; ago >= 0; ago--) {
            level += changes[ago];
            levels[ago] = level;
        }
        return levels;
    }

    /** Nothing is known of the pieces in which no feed delivered anything. */
    void forget(List<Period> gaps) {
        for (int ago = 0; ago < pieces; ago++) {
            LocalDate from = pace.start(newest, ago);
            LocalDate to = pace.end(newest, ago);
            boolean unknown = gaps.stream()
                    .anyMatch(gap -> !gap.from().isAfter(to) && !gap.to().isBefore(from));
            if (unknown) {
                for (double[][] ofSlice : sums.values()) {
                    for (double[] column : ofSlice) {
                        column[ago] = Double.NaN;
                    }
                }
            }
        }
    }

    private double[][] ofSlice(Slice slice) {
        double[][] ofSlice = sums.get(slice);
        if (ofSlice == null) {
            throw new IllegalArgumentException("nothing was added up of " + slice);
        }
        return ofSlice;
    }
}
