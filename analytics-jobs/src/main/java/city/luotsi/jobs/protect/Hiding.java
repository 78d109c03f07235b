package city.luotsi.jobs.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Chooses what is hidden among cells whose hidden ones are told as a sum: the members of a dimension for one service and
 * month, or the services of a city, summed by department.
 *
 * <p>A count under k is hidden, and so is one of which all but fewer than k are told in a group that complements it. Where a
 * whole is hidden its parts are, or they would tell how large it is at least. Then more are hidden, the smallest first,
 * until what a reader can compute leaves each hidden count a range of k or more. That reader knows the sums, each cell that
 * is told, and which counts are parts of which.
 *
 * <p>Where the cells of a department don't suffice, its hidden ones are told in one sum with those of others.
 */
final class Hiding {
    private static final long DEAR = 1_000_000_000;

    private final Nesting nesting;
    private final Cells cells;
    private final boolean[][] hidden;
    private final boolean[][] pooled;
    private final boolean[] untold;
    private int unprotected;

    /**
     * @param value by count (those that stand for others only matter) and cell
     * @param smallest by cell: k
     * @param group by cell: with which others its sum is told
     * @param isSumHidden by count: the sum of all isn't told either, so no cell is
     * @param startHidden by count and cell: in the publication before
     * @param startPooled by count and group: in the publication before
     * @param startUntold by count: in the publication before
     * @param isKnown by count and cell: told by the publication before, and the same since
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them as a whole
    record Cells(
            long[][] value,
            int[] smallest,
            int[] group,
            boolean[] isSumHidden,
            boolean[][] startHidden,
            boolean[][] startPooled,
            boolean[] startUntold,
            boolean[][] isKnown) {
        int size() {
            return smallest.length;
        }

        int groups() {
            return Arrays.stream(group).max().orElse(-1) + 1;
        }
    }

    Hiding(Nesting nesting, Cells cells) {
        this.nesting = nesting;
        this.cells = cells;
        this.hidden = copy(cells.startHidden());
        this.pooled = copy(cells.startPooled());
        this.untold = cells.startUntold().clone();
        nesting.order().forEach(this::choose);
    }

    boolean isHidden(int count, int cell) {
        return hidden[nesting.first().get(count)][cell];
    }

    /** The sum of what is hidden in the group isn't told; it counts in that of all such groups. */
    boolean isPooled(int count, int group) {
        return pooled[nesting.first().get(count)][group];
    }

    /** Nor is that: all there is of this count is too little. */
    boolean isUntold(int count) {
        return untold[nesting.first().get(count)];
    }

    boolean isSumHidden(int count) {
        return cells.isSumHidden()[nesting.first().get(count)];
    }

    /** Hidden counts, one for all that hold the same numbers, for which a narrower range can be computed. */
    int unprotected() {
        return unprotected;
    }

    private void choose(int count) {
        for (int cell = 0; cell < cells.size(); cell++) {
            hidden[count][cell] |= isSmall(count, cell)
                    || (cells.isSumHidden()[count] && value(count, cell) > 0)
                    || isHiddenWith(count, cell);
        }
        for (int whole : nesting.wholes().get(count)) {
            for (int group = 0; group < cells.groups(); group++) {
                pooled[count][group] |= pooled[whole][group];
            }
            untold[count] |= untold[whole];
        }
        if (cells.isSumHidden()[count]) {
            return;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Sum sum : sums(count)) {
                if (!isSafe(count, sum)) {
                    changed |= hideMore(count, sum);
                }
            }
        }
        for (Sum sum : sums(count)) {
            if (sum.group().isEmpty() && untold[count]) {
                continue;
            }
            unprotected += (int) sum.cells().stream()
                    .filter(cell -> !isWide(count, cell, sum))
                    .count();
        }
    }

    private boolean isHiddenWith(int count, int cell) {
        return nesting.wholes().get(count).stream().anyMatch(whole -> hidden[whole][cell]);
    }

    private boolean isSmall(int count, int cell) {
        int k = cells.smallest()[cell];
        return isSmall(value(count, cell), k)
                || nesting.groups().get(count).stream()
                        .anyMatch(whole -> isSmall(value(whole, cell) - value(count, cell), k));
    }

    static boolean isSmall(long count, int k) {
        return count > 0 && count < k;
    }

    private long value(int count, int cell) {
        return cells.value()[count][cell];
    }

    /**
     * Hidden cells that are told as one sum.
     *
     * @param group of them; empty: those of all groups whose own sum isn't told
     */
    private record Sum(OptionalInt group, List<Integer> cells) {}

    private List<Sum> sums(int count) {
        List<Sum> sums = new ArrayList<>();
        List<Integer> together = new ArrayList<>();
        for (int group = 0; group < cells.groups(); group++) {
            List<Integer> ofGroup = hiddenOf(count, group);
            if (pooled[count][group]) {
                together.addAll(ofGroup);
            } else if (!ofGroup.isEmpty()) {
                sums.add(new Sum(OptionalInt.of(group), ofGroup));
            }
        }
        if (!together.isEmpty()) {
            sums.add(new Sum(OptionalInt.empty(), together));
        }
        return sums;
    }

    private List<Integer> hiddenOf(int count, int group) {
        return of(group).filter(cell -> hidden[count][cell]).boxed().toList();
    }

    private IntStream of(int group) {
        return IntStream.range(0, cells.size()).filter(cell -> cells.group()[cell] == group);
    }

    // --- what can be computed ----------------------------------------------------------------------------------------

    private boolean isSafe(int count, Sum sum) {
        if (sum.group().isEmpty() && untold[count]) {
            return true; // there is no sum to compute with
        }
        int k = IntStream.range(0, cells.size())
                .filter(cell -> sum.group().isEmpty() || sum.group().getAsInt() == cells.group()[cell])
                .map(cell -> cells.smallest()[cell])
                .max()
                .orElse(0);
        long all = total(count, sum.cells());
        return !isSmall(all, k)
                && nesting.groups().get(count).stream().noneMatch(whole -> isSmall(total(whole, sum.cells()) - all, k))
                && sum.cells().stream().allMatch(cell -> isWide(count, cell, sum));
    }

    private boolean isWide(int count, int cell, Sum sum) {
        if (value(count, cell) == 0 || cells.isKnown()[count][cell]) {
            return true; // nobody is in it, or nothing is left to hide
        }
        List<Integer> unknown =
                sum.cells().stream().filter(one -> !cells.isKnown()[count][one]).toList();
        List<Integer> others = unknown.stream().filter(one -> one != cell).toList();
        long all = total(count, unknown);
        long most = Math.min(all, room(count, List.of(cell), sum));
        long least = Math.max(0, all - room(count, others, sum));
        return most - least >= cells.smallest()[cell];
    }

    /** How much the cells can hold at most: as parts of counts that are told in some of them, and in others as a sum. */
    private long room(int count, List<Integer> of, Sum sum) {
        if (of.isEmpty()) {
            return 0;
        }
        long least = Long.MAX_VALUE;
        for (int whole : nesting.wholes().get(count)) {
            long told = total(
                    whole, of.stream().filter(cell -> !hidden[whole][cell]).toList());
            boolean any = of.stream().anyMatch(cell -> hidden[whole][cell]);
            long rest = any
                    ? total(
                            whole,
                            sum.cells().stream()
                                    .filter(cell -> hidden[whole][cell])
                                    .toList())
                    : 0;
            least = Math.min(least, told + rest);
        }
        return least;
    }

    private long total(int count, List<Integer> of) {
        return of.stream().mapToLong(cell -> value(count, cell)).sum();
    }

    // --- hiding more, as little as it takes --------------------------------------------------------------------------

    private boolean hideMore(int count, Sum sum) {
        OptionalInt more = smallestTold(
                count,
                IntStream.range(0, cells.size())
                        .filter(cell -> sum.group().isPresent()
                                ? cells.group()[cell] == sum.group().getAsInt()
                                : pooled[count][cells.group()[cell]]));
        if (more.isPresent()) {
            hidden[count][more.getAsInt()] = true;
            return true;
        }
        if (cells.groups() == 1) {
            return false;
        }
        if (sum.group().isPresent()) {
            pooled[count][sum.group().getAsInt()] = true;
        } else {
            poolOneMore(count);
        }
        return true;
    }

    /** The hidden cells of another group join, or its smallest where it has none; where no group is left, no sum is told. */
    private void poolOneMore(int count) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int group = 0; group < cells.groups(); group++) {
            long sum = total(count, hiddenOf(count, group));
            OptionalInt told = smallestTold(count, of(group));
            if (pooled[count][group] || (sum == 0 && told.isEmpty())) {
                continue;
            }
            long price = sum > 0 ? sum : DEAR + value(count, told.getAsInt());
            if (price < least) {
                least = price;
                best = group;
            }
        }
        if (best < 0) {
            untold[count] = true;
            return;
        }
        if (total(count, hiddenOf(count, best)) == 0) {
            hidden[count][smallestTold(count, of(best)).getAsInt()] = true;
        }
        pooled[count][best] = true;
    }

    private OptionalInt smallestTold(int count, IntStream among) {
        return among.filter(cell -> !hidden[count][cell] && value(count, cell) > 0)
                .boxed()
                // what was told before and hasn't changed since protects nobody
                .min(Comparator.comparingLong(cell -> value(count, cell) + (cells.isKnown()[count][cell] ? DEAR : 0)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static boolean[][] copy(boolean[][] original) {
        return Arrays.stream(original).map(boolean[]::clone).toArray(boolean[][]::new);
    }
}
