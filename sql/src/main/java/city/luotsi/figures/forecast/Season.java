package city.luotsi.figures.forecast;

import java.util.stream.IntStream;

/**
 * What a month usually is above or below the course of its year, by classical additive decomposition; nothing, where two
 * years aren't there or the months of a year don't differ beyond chance. The test is that of Assimakopoulos and
 * Nikolopoulos (2000): months a year apart are alike at 90 %. It looks at what is left beside a straight line, since in a
 * series that grows all neighbours are alike and no season would be seen.
 */
final class Season {
    static final int YEAR = 12;
    private static final double TEN_PERCENT = 1.645;

    private final double[] usual;

    private Season(double[] usual) {
        this.usual = usual;
    }

    static Season of(double[] values) {
        return values.length < 2 * YEAR || !repeats(values) ? new Season(new double[YEAR]) : decomposed(values);
    }

    /** Of the month at this place after the series' beginning. */
    double at(int month) {
        return usual[month % YEAR];
    }

    double[] removedFrom(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(month -> values[month] - at(month))
                .toArray();
    }

    private static Season decomposed(double[] values) {
        double[] sums = new double[YEAR];
        int[] counts = new int[YEAR];
        int half = YEAR / 2;
        for (int month = half; month + half < values.length; month++) {
            double course = (values[month - half] + values[month + half]) / 2;
            for (int near = month - half + 1; near < month + half; near++) {
                course += values[near];
            }
            sums[month % YEAR] += values[month] - course / YEAR;
            counts[month % YEAR]++;
        }
        double[] usual = IntStream.range(0, YEAR)
                .mapToDouble(month -> sums[month] / counts[month])
                .toArray();
        double mean = Numbers.mean(usual);
        return new Season(IntStream.range(0, YEAR)
                .mapToDouble(month -> usual[month] - mean)
                .toArray());
    }

    private static boolean repeats(double[] values) {
        double slope = Numbers.slope(values);
        double[] left = IntStream.range(0, values.length)
                .mapToDouble(month -> values[month] - slope * month)
                .toArray();
        double others = 0;
        for (int months = 1; months < YEAR; months++) {
            others += Math.pow(Numbers.alike(left, months), 2);
        }
        return Math.abs(Numbers.alike(left, YEAR)) > TEN_PERCENT * Math.sqrt((1 + 2 * others) / values.length);
    }
}
