package city.luotsi.figures.insight;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How much of a usual day is to be expected of each weekday. A public holiday is like a Sunday.
 *
 * @param byWeekday Monday first; their mean is 1
 */
record DayWeights(List<Double> byWeekday, Set<LocalDate> holidays) {
    private static final int SUNDAY = 6;
    private static final double FEWEST = 200;
    /** No weekday is ruled out by what was seen. */
    private static final double LEAST = 0.02;

    DayWeights {
        byWeekday = List.copyOf(byWeekday);
        holidays = Set.copyOf(holidays);
    }

    /**
     * @param counts by weekday, Monday first
     * @param otherwise what to take where these are too few
     */
    static DayWeights of(double[] counts, Set<LocalDate> holidays, DayWeights otherwise) {
        double all = Arrays.stream(counts).sum();
        if (!(all >= FEWEST)) {
            return otherwise;
        }
        return new DayWeights(
                Arrays.stream(counts)
                        .mapToObj(count -> Math.max(LEAST, count / all * counts.length))
                        .toList(),
                holidays);
    }

    static DayWeights even(Set<LocalDate> holidays) {
        return new DayWeights(Collections.nCopies(7, 1.0), holidays);
    }

    /** Of all days from one to another, both included. */
    double over(LocalDate from, LocalDate to) {
        double weight = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            weight += holidays.contains(day)
                    ? byWeekday.get(SUNDAY)
                    : byWeekday.get(day.getDayOfWeek().getValue() - 1);
        }
        return weight;
    }

    /** Of each piece, the newest first. */
    double[] of(Pace pace, LocalDate newest, int pieces) {
        double[] weights = new double[pieces];
        for (int ago = 0; ago < pieces; ago++) {
            weights[ago] = over(pace.start(newest, ago), pace.end(newest, ago));
        }
        return weights;
    }
}
