package city.luotsi.figures.query;

import city.luotsi.figures.rollup.LogBuckets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was added up for one cut, before it becomes a figure. */
sealed interface Tally {

    /** @throws IllegalArgumentException if it is of another kind */
    Tally plus(Tally other);

    /**
     * Sums.
     *
     * @param first value or numerator
     * @param second denominator or since; 0 where there is one column only
     * @param counted rows in which every column was known
     * @param rows rows it is about
     */
    record Sums(double first, double second, double counted, double rows) implements Tally {
        static final Sums NONE = new Sums(0, 0, 0, 0);

        @Override
        public Tally plus(Tally other) {
            Sums more = alike(Sums.class, other);
            return new Sums(first + more.first, second + more.second, counted + more.counted, rows + more.rows);
        }

        /** Days of age of all in stock at the end of a day: the days of that end, once for each, less the days they came. */
        double ages(LocalDate day) {
            return first * day.toEpochDay() - second;
        }
    }

    /** Events by log bucket; {@code unknown} had no value. */
    record Buckets(SortedMap<Integer, Long> events, long unknown) implements Tally {
        static Buckets none() {
            return new Buckets(new TreeMap<>(), 0);
        }

        @Override
        public Tally plus(Tally other) {
            Buckets more = alike(Buckets.class, other);
            SortedMap<Integer, Long> sum = new TreeMap<>(events);
            more.events.forEach((bucket, count) -> sum.merge(bucket, count, Long::sum));
            return new Buckets(sum, unknown + more.unknown);
        }

        long counted() {
            return events.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Those in buckets above the one that holds a value. */
        long past(double value) {
            return events.tailMap(LogBuckets.bucket(value) + 1).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Sketches, to be merged. */
    record Distinct(List<byte[]> sketches, double counted, double rows) implements Tally {
        public Distinct {
            sketches = List.copyOf(sketches);
        }

        @Override
        public Tally plus(Tally other) {
            Distinct more = alike(Distinct.class, other);
            List<byte[]> all = new ArrayList<>(sketches);
            all.addAll(more.sketches);
            return new Distinct(all, counted + more.counted, rows + more.rows);
        }
    }

    private static <T extends Tally> T alike(Class<T> kind, Tally other) {
        if (!kind.isInstance(other)) {
            throw new IllegalArgumentException("%s can't be added to %s".formatted(other, kind.getSimpleName()));
        }
        return kind.cast(other);
    }
}
