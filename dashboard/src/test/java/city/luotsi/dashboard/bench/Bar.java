package city.luotsi.dashboard.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/** What a figure may be at most, its median and its p95; without either it is told for what it is worth. */
record Bar(OptionalDouble median, OptionalDouble p95) {
    static final Bar NONE = new Bar(OptionalDouble.empty(), OptionalDouble.empty());

    static Bar median(double most) {
        return new Bar(OptionalDouble.of(most), OptionalDouble.empty());
    }

    static Bar p95(double most) {
        return new Bar(OptionalDouble.empty(), OptionalDouble.of(most));
    }

    Bar and(Bar other) {
        return new Bar(median.isPresent() ? median : other.median, p95.isPresent() ? p95 : other.p95);
    }

    boolean isMetBy(Sample sample) {
        return sample.median() <= median.orElse(Double.MAX_VALUE) && sample.p95() <= p95.orElse(Double.MAX_VALUE);
    }

    /** Such as {@code 50 / p95 80}; empty without a bar. */
    String told() {
        String half = median.isPresent() ? number(median.getAsDouble()) : "";
        String most = p95.isPresent() ? "p95 " + number(p95.getAsDouble()) : "";
        return half.isEmpty() || most.isEmpty() ? half + most : half + " / " + most;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
