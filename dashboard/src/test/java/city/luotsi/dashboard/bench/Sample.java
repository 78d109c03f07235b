package city.luotsi.dashboard.bench;

import java.util.List;

/**
 * One thing, measured over and over.
 *
 * @param unit of the values and of the bar
 */
record Sample(String name, String unit, List<Double> values, Bar bar) {
    private static final double P95 = 0.95;

    Sample {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("'%s' was never measured".formatted(name));
        }
        values = List.copyOf(values);
    }

    double median() {
        return quantile(0.5);
    }

    double p95() {
        return quantile(P95);
    }

    boolean met() {
        return bar.isMetBy(this);
    }

    /** The smallest value that at least this share of all values don't exceed. */
    private double quantile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
