package city.luotsi.jobs.demo;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Draws one of many by weight in two steps, however many there are: every slot is as likely as any other, and holds one
 * item and another that takes the rest of the slot (Walker's alias method, as Vose builds it, 1991).
 */
final class Draw {
    private final double[] kept;
    private final int[] other;

    private Draw(double[] kept, int[] other) {
        this.kept = kept;
        this.other = other;
    }

    /** @throws IllegalArgumentException if no weight is above zero */
    static Draw of(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        if (!(sum > 0) || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must be 0 or more, and one above 0; their sum is " + sum);
        }
        int size = weights.length;
        double[] share = new double[size];
        Deque<Integer> poor = new ArrayDeque<>();
        Deque<Integer> rich = new ArrayDeque<>();
        for (int i = 0; i < size; i++) {
            share[i] = weights[i] * size / sum;
            (share[i] < 1 ? poor : rich).add(i);
        }
        double[] kept = new double[size];
        int[] other = new int[size];
        Arrays.fill(kept, 1);
        for (int i = 0; i < size; i++) {
            other[i] = i;
        }
        while (!poor.isEmpty() && !rich.isEmpty()) {
            int filled = poor.remove();
            int giver = rich.element();
            kept[filled] = share[filled];
            other[filled] = giver;
            share[giver] -= 1 - share[filled];
            if (share[giver] < 1) {
                poor.add(rich.remove());
            }
        }
        return new Draw(kept, other);
    }

    int slots() {
        return kept.length;
    }

    /** The share of a slot that belongs to the item of the slot's number; the rest belongs to {@link #other}. */
    double kept(int slot) {
        return kept[slot];
    }

    int other(int slot) {
        return other[slot];
    }
}
