package city.luotsi.jobs.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what is hidden in one table of counts: services down, the members of one dimension across.
 *
 * <p>A reader knows every shown cell, the sum of each row, and per column the sum of what is hidden of each department (or,
 * where that is hidden too, of the city). Cells under k are hidden; then more, until each hidden cell has a <em>witness</em>:
 * an amount could be moved along hidden cells so that nothing that is shown changes and no count leaves its bounds, while
 * this cell takes values that lie k or more apart. What has a witness can't be told apart by any computation, linear
 * programming included.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them as a whole
final class Hiding {
    /** Wider than any k: a count that nothing bounds from above. */
    static final long UNBOUNDED = Long.MAX_VALUE / 1_000_000;

    private static final long DEAR = 1_000_000_000;
    private static final long POOLING = 1_000;

    private final CountTable table;
    private final int rows;
    private final int columns;
    private final int[] group;
    private final int groups;
    private final int largestK;
    private final long[][] groupTotal;

    private final boolean[][] hidden;
    private final boolean[][] pooledUp;
    private final boolean[] untold;
    private final boolean[][] safe;
    private final List<Move> moves = new ArrayList<>();
    private int unprotected;

    /** How far a count may go up and down in each cell, and which cells take part; null: all. */
    private record Move(long[][] up, long[][] down, boolean @Nullable [][] cells, boolean @Nullable [][] groups) {
        boolean in(int row, int column) {
            return cells == null || cells[row][column];
        }

        boolean across(int group, int column) {
            return groups == null || groups[group][column];
        }
    }

    /**
     * What was chosen for the count that this one is a part of.
     *
     * @param down how far both together may go down
     */
    record Whole(Hiding hiding, long[][] down) {}

    /**
     * @param table its counts and what bounds them
     * @param wholes the counts that it is a part of
     * @param of the only one of them; null: it is part of none, or of several
     */
    Hiding(CountTable table, List<Hiding> wholes, @Nullable Whole of) {
        this.table = table;
        this.rows = table.value().length;
        this.columns = rows == 0 ? 0 : table.value()[0].length;
        this.group = table.group();
        this.groups = Arrays.stream(group).max().orElse(-1) + 1;
        this.largestK = Arrays.stream(table.k()).max().orElse(0);
        this.groupTotal = new long[groups][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                groupTotal[group[row]][column] += table.value()[row][column];
            }
        }
        this.hidden = copy(table.startHidden());
        this.pooledUp = copy(table.startPooledUp());
        this.untold = table.startUntold().clone();
        this.safe = new boolean[rows][columns];
        moves.add(new Move(table.up(), table.down(), null, null));
        if (of != null) {
            Hiding whole = of.hiding();
            moves.add(new Move(whole.table.up(), of.down(), whole.hidden, whole.pooledUp));
        }
        wholes.forEach(this::hideWith);
        choose();
    }

    /** The cell isn't told; it counts in the sum of its department's hidden ones. */
    boolean[][] hidden() {
        return hidden;
    }

    /** By department and column: not even that sum is told; it counts in the city's. */
    boolean[][] pooledUp() {
        return pooledUp;
    }

    /** By column: nor is the city's. */
    boolean[] untold() {
        return untold;
    }

    /** Hidden cells for which no witness was found. */
    int unprotected() {
        return unprotected;
    }

    /** A part without its whole tells how large the whole is at least, and must be free to change with it. */
    private void hideWith(Hiding whole) {
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                hidden[row][column] |= whole.hidden[row][column] && counts(row, column);
            }
            for (int department = 0; department < groups; department++) {
                pooledUp[department][column] |= whole.pooledUp[department][column];
            }
            untold[column] |= whole.untold[column];
        }
    }

    private void choose() {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (table.isSmall(row, column) || (table.free()[row] && counts(row, column))) {
                    hidden[row][column] = true;
                }
            }
        }
        boolean changed = true;
        while (changed) {
            changed = growSums();
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    if (hidden[row][column] && counts(row, column) && !isProtected(row, column)) {
                        changed |= protect(row, column);
                    }
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (hidden[row][column] && counts(row, column) && !isProtected(row, column)) {
                    unprotected++;
                }
            }
        }
    }

    private boolean counts(int row, int column) {
        return table.value()[row][column] > 0;
    }

    // --- sums of what is hidden must not be small either -------------------------------------------------------------

    private boolean growSums() {
        boolean changed = false;
        for (int column = 0; column < columns; column++) {
            for (int of = 0; of < groups; of++) {
                while (!pooledUp[of][column] && isSmallSum(hiddenOf(of, column), table.kOf(of))) {
                    int more = smallestShown(of, column);
                    if (more < 0) {
                        pooledUp[of][column] = true;
                    } else {
                        hidden[more][column] = true;
                    }
                    changed = true;
                }
            }
            while (!untold[column] && isSmallSum(pooledAt(column), largestK)) {
                if (!poolOneMore(column)) {
                    untold[column] = true;
                }
                changed = true;
            }
        }
        while (isSmallSum(untoldCells(), largestK)) {
            int more = smallestTold();
            if (more < 0) {
                break;
            }
            hideAll(more);
            changed = true;
        }
        return changed;
    }

    private List<int[]> hiddenOf(int of, int column) {
        return IntStream.range(0, rows)
                .filter(row -> group[row] == of && hidden[row][column])
                .mapToObj(row -> new int[] {row, column})
                .toList();
    }

    private List<int[]> pooledAt(int column) {
        return IntStream.range(0, rows)
                .filter(row -> hidden[row][column] && pooledUp[group[row]][column])
                .mapToObj(row -> new int[] {row, column})
                .toList();
    }

    private List<int[]> untoldCells() {
        return table.totals()
                ? List.of() // nothing stands above them
                : IntStream.range(0, columns)
                        .filter(column -> untold[column])
                        .boxed()
                        .flatMap(column -> pooledAt(column).stream())
                        .toList();
    }

    private boolean isSmallSum(List<int[]> cells, int k) {
        return table.isSmallSum(cells, k);
    }

    private int smallestShown(int of, int column) {
        return IntStream.range(0, rows)
                .filter(row -> group[row] == of && !hidden[row][column] && counts(row, column))
                .boxed()
                .min(Comparator.comparingLong(row -> cost(row, column)))
                .orElse(-1);
    }

    /** Another department's hidden cells join the city's sum. */
    private boolean poolOneMore(int column) {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int of = 0; of < groups; of++) {
            long hiddenValue = hiddenOf(of, column).stream()
                    .mapToLong(cell -> table.value()[cell[0]][cell[1]])
                    .sum();
            int shown = smallestShown(of, column);
            if (pooledUp[of][column] || (hiddenValue == 0 && shown < 0)) {
                continue;
            }
            long price = hiddenValue > 0 ? hiddenValue : DEAR + cost(shown, column);
            if (price < least) {
                least = price;
                best = of;
            }
        }
        if (best < 0) {
            return false;
        }
        if (hiddenOf(best, column).stream().noneMatch(cell -> counts(cell[0], cell[1]))) {
            hidden[smallestShown(best, column)][column] = true;
        }
        pooledUp[best][column] = true;
        return true;
    }

    private int smallestTold() {
        return IntStream.range(0, columns)
                .filter(column -> !untold[column] && total(column) > 0)
                .boxed()
                .min(Comparator.comparingLong(this::total))
                .orElse(-1);
    }

    private long total(int column) {
        return IntStream.range(0, rows)
                .mapToLong(row -> table.value()[row][column])
                .sum();
    }

    private void hideAll(int column) {
        for (int row = 0; row < rows; row++) {
            hidden[row][column] |= counts(row, column);
            pooledUp[group[row]][column] = true;
        }
        untold[column] = true;
    }

    // --- witnesses
    // ----------------------------------------------------------------------------------------------------

    private boolean isProtected(int row, int column) {
        // what is hidden only grows, and with it the ways to move
        safe[row][column] = safe[row][column] || hasWitness(row, column);
        return safe[row][column];
    }

    private boolean hasWitness(int row, int column) {
        for (Move move : moves) {
            if (!move.in(row, column)) {
                continue;
            }
            if (alone(row, column, move) >= table.k()[row]) {
                return true;
            }
            for (int partner = 0; partner < rows; partner++) {
                if (partner != row && between(row, partner, column, move) >= table.k()[row]) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Moves within a row, between columns of which not even the city's sum is told. */
    private long alone(int row, int column, Move move) {
        if (!untold[column] || !pooledUp[group[row]][column]) {
            return 0;
        }
        long up = 0;
        long down = 0;
        for (int other = 0; other < columns; other++) {
            if (other != column
                    && untold[other]
                    && hidden[row][other]
                    && pooledUp[group[row]][other]
                    && move.in(row, other)) {
                up += move.down()[row][other];
                down += move.up()[row][other];
            }
        }
        return Math.min(move.up()[row][column], up) + Math.min(move.down()[row][column], down);
    }

    /** Moves from one row to another at a column, and back at others, so that the sums of rows and columns stay. */
    private long between(int row, int partner, int column, Move move) {
        if (!joined(row, partner, column, move)) {
            return 0;
        }
        long up = Math.min(move.up()[row][column], move.down()[partner][column]);
        long down = Math.min(move.down()[row][column], move.up()[partner][column]);
        if (table.freeTogether(row, partner)) {
            return up + down; // their own sums are hidden
        }
        long back = 0;
        long forth = 0;
        for (int other = 0; other < columns; other++) {
            if (other != column && joined(row, partner, other, move)) {
                back += Math.min(move.down()[row][other], move.up()[partner][other]);
                forth += Math.min(move.up()[row][other], move.down()[partner][other]);
            }
        }
        return Math.min(up, back) + Math.min(down, forth);
    }

    private boolean joined(int row, int partner, int column, Move move) {
        return hidden[row][column]
                && hidden[partner][column]
                && move.in(row, column)
                && move.in(partner, column)
                && (group[row] == group[partner]
                        || (pooledUp[group[row]][column]
                                && pooledUp[group[partner]][column]
                                && move.across(group[row], column)
                                && move.across(group[partner], column)));
    }

    // --- hiding more, as little as it takes
    // ---------------------------------------------------------------------------

    private record Plan(int partner, List<Integer> columns, long cost) {}

    private boolean protect(int row, int column) {
        Plan best = null;
        for (int partner = 0; partner < rows; partner++) {
            if (partner == row) {
                continue;
            }
            for (Move move : moves) {
                Plan plan = plan(row, partner, column, move);
                if (plan != null && (best == null || plan.cost() < best.cost())) {
                    best = plan;
                }
            }
        }
        boolean changed = false;
        if (best != null) {
            for (int one : best.columns()) {
                changed |= hide(row, best.partner(), one);
            }
        }
        return changed || hideEverything();
    }

    private @Nullable Plan plan(int row, int partner, int column, Move move) {
        if (!move.in(row, column) || !possible(row, partner, column, move)) {
            return null;
        }
        List<Integer> chosen = new ArrayList<>(List.of(column));
        long cost = joining(row, partner, column);
        long up = Math.min(move.up()[row][column], move.down()[partner][column]);
        long down = Math.min(move.down()[row][column], move.up()[partner][column]);
        if (up + down < table.k()[row]) {
            return null;
        }
        if (table.freeTogether(row, partner)) {
            return new Plan(partner, chosen, cost);
        }
        List<Integer> others = IntStream.range(0, columns)
                .filter(other -> other != column && possible(row, partner, other, move))
                .boxed()
                .sorted(Comparator.comparingLong(other -> joining(row, partner, other)))
                .toList();
        long back = 0;
        long forth = 0;
        for (int other : others) {
            long moreBack = Math.min(move.down()[row][other], move.up()[partner][other]);
            long moreForth = Math.min(move.up()[row][other], move.down()[partner][other]);
            if (moreBack + moreForth == 0) {
                continue;
            }
            back += moreBack;
            forth += moreForth;
            chosen.add(other);
            cost += joining(row, partner, other);
            if (Math.min(up, back) + Math.min(down, forth) >= table.k()[row]) {
                return new Plan(partner, chosen, cost);
            }
        }
        return null;
    }

    private boolean possible(int row, int partner, int column, Move move) {
        return move.in(row, column)
                && move.in(partner, column)
                && (group[row] == group[partner]
                        || (move.across(group[row], column) && move.across(group[partner], column)));
    }

    /** What it costs to hide a pair of cells: the people who are no longer told apart. */
    private long joining(int row, int partner, int column) {
        long cost = 0;
        for (int one : new int[] {row, partner}) {
            cost += hidden[one][column] ? 0 : cost(one, column);
            if (group[row] != group[partner] && !pooledUp[group[one]][column]) {
                cost += POOLING + groupTotal[group[one]][column];
            }
        }
        return cost;
    }

    private long cost(int row, int column) {
        // what was told before and hasn't changed since protects nobody
        return table.value()[row][column] + 1 + (table.toldBefore()[row][column] ? DEAR : 0);
    }

    private boolean hide(int row, int partner, int column) {
        boolean changed = !hidden[row][column] || !hidden[partner][column];
        hidden[row][column] = true;
        hidden[partner][column] = true;
        if (group[row] != group[partner]) {
            changed |= !pooledUp[group[row]][column] || !pooledUp[group[partner]][column];
            pooledUp[group[row]][column] = true;
            pooledUp[group[partner]][column] = true;
        }
        return changed;
    }

    /** The last resort: of this dimension nothing is told of this count and month. */
    private boolean hideEverything() {
        boolean changed = false;
        for (int column = 0; column < columns; column++) {
            changed |= !untold[column];
            hideAll(column);
        }
        return changed;
    }

    private static boolean[][] copy(boolean[][] original) {
        return Arrays.stream(original).map(boolean[]::clone).toArray(boolean[][]::new);
    }
}
