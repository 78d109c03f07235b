package city.luotsi.jobs.protect;

import java.util.List;

/**
 * The counts of one column of the cube in one month: rows are services (in a department), columns members of a dimension.
 *
 * @param group by row: its department
 * @param k by row: the smallest group that is shown of the service
 * @param value the counts
 * @param slacks by whole that the count is a part of: how much larger that is, cell by cell
 * @param up how far a count may go up before it passes what it is a part of
 * @param down how far it may go down before something that is a part of it passes it
 * @param totals true: its cells are the sums of services, which nothing else adds up to
 * @param free by row: the row's own sum is hidden
 * @param freeGroups by group: not even the department's sum of hidden totals is told
 * @param startHidden what is hidden already, for example in the publication before
 * @param toldBefore what stood in the publication before
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares two tables
record CountTable(
        int[] group,
        int[] k,
        long[][] value,
        List<long[][]> slacks,
        long[][] up,
        long[][] down,
        boolean totals,
        boolean[] free,
        boolean[] freeGroups,
        boolean[][] startHidden,
        boolean[][] startPooledUp,
        boolean[] startUntold,
        boolean[][] toldBefore) {

    /** Under k, or all but fewer than k of what it is a part of: those who are missing are a small group as well. */
    boolean isSmall(int row, int column) {
        return isSmall(value[row][column], k[row])
                || slacks.stream().anyMatch(slack -> isSmall(slack[row][column], k[row]));
    }

    boolean isSmallSum(List<int[]> cells, int smallest) {
        return isSmall(sum(value, cells), smallest)
                || slacks.stream().anyMatch(slack -> isSmall(sum(slack, cells), smallest));
    }

    /** There are no sums of the two rows, or both are hidden and may change against each other without changing what is told of their departments. */
    boolean freeTogether(int row, int other) {
        return totals
                || (free[row]
                        && free[other]
                        && (group[row] == group[other] || (freeGroups[group[row]] && freeGroups[group[other]])));
    }

    int kOf(int of) {
        int largest = 0;
        for (int row = 0; row < group.length; row++) {
            if (group[row] == of) {
                largest = Math.max(largest, k[row]);
            }
        }
        return largest;
    }

    static boolean isSmall(long count, int k) {
        return count > 0 && count < k;
    }

    private static long sum(long[][] of, List<int[]> cells) {
        return cells.stream().mapToLong(cell -> of[cell[0]][cell[1]]).sum();
    }
}
