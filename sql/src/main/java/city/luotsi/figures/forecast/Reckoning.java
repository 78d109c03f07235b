package city.luotsi.figures.forecast;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is wanted of the months to come: a year's total, a year's share, the level at its end.
 *
 * @param known what is there already
 * @param weights how much each month to come counts
 */
record Reckoning(double known, List<Double> weights) {

    Reckoning {
        weights = List.copyOf(weights);
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("a forecast needs at least one month to come");
        }
    }

    /** The last month alone. */
    static Reckoning lastOf(int months) {
        return new Reckoning(
                0,
                IntStream.rangeClosed(1, months)
                        .mapToObj(month -> month == months ? 1.0 : 0.0)
                        .toList());
    }

    /** All months added to what is known. */
    static Reckoning totalOf(double known, int months) {
        return new Reckoning(known, Collections.nCopies(months, 1.0));
    }

    int months() {
        return weights.size();
    }

    /** @param values of the months to come */
    double of(double[] values) {
        double sum = known;
        for (int month = 0; month < months(); month++) {
            sum += weights.get(month) * values[month];
        }
        return sum;
    }

    /** Where every month has the same value, even one without end. */
    double ofEach(double value) {
        double weight = weights.stream().mapToDouble(Double::doubleValue).sum();
        return weight == 0 ? known : known + weight * value;
    }
}
