package city.luotsi.jobs.protect;

import java.util.List;

/**
 * Which days of a month are hidden, of a count that is told by day for the city as a whole. Days come one after the other:
 * where one is too small, those after it are hidden with it until nothing can be computed back from the month's sum, and
 * no day that was told before is needed for it.
 */
final class HiddenDays {
    /** A count that nothing bounds from above. */
    private static final long UNBOUNDED = Long.MAX_VALUE / 1_000_000;

    private HiddenDays() {}

    /**
     * @param value by day of one month, in order
     * @param slacks by whole it is a part of: how much larger that is
     * @param missing those of them that count a group of people
     */
    static boolean[] of(long[] value, List<long[]> slacks, List<long[]> missing, int k) {
        boolean[] hidden = new boolean[value.length];
        boolean open = false;
        for (int day = 0; day < value.length; day++) {
            boolean small = Hiding.isSmall(value[day], k);
            for (long[] group : missing) {
                small |= Hiding.isSmall(group[day], k);
            }
            hidden[day] = small || open;
            open = hidden[day] && !areProtected(hidden, value, slacks, k);
        }
        // the month ended too early: only days that were told are left
        for (int day = value.length - 1; day >= 0 && open; day--) {
            if (!hidden[day]) {
                hidden[day] = true;
                open = !areProtected(hidden, value, slacks, k);
            }
        }
        return hidden;
    }

    private static boolean areProtected(boolean[] hidden, long[] value, List<long[]> slacks, int k) {
        long down = 0;
        long up = 0;
        for (int day = 0; day < value.length; day++) {
            if (hidden[day]) {
                down += value[day];
                up += up(slacks, day);
            }
        }
        for (int day = 0; day < value.length; day++) {
            if (hidden[day] && value[day] > 0) {
                long mine = up(slacks, day);
                long width = Math.min(mine, down - value[day]) + Math.min(value[day], up - mine);
                if (width < k) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long up(List<long[]> slacks, int day) {
        long up = UNBOUNDED;
        for (long[] slack : slacks) {
            up = Math.min(up, slack[day]);
        }
        return up;
    }
}
