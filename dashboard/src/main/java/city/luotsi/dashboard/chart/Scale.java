package city.luotsi.dashboard.chart;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;

/**
 * What a chart is drawn in: durations in the unit that its longest one is told in, so that an axis never reads 0.0 days, and
 * large amounts in millions.
 *
 * @param factor from the KPI's unit to the one that is drawn
 * @param unit above the axis; "" where each number says it
 */
record Scale(double factor, String unit) {
    private static final double HOURS = 24;
    private static final double MINUTES = 1440;
    private static final double MILLION = 1_000_000;

    static Scale of(Kpi kpi, double highest, Words words) {
        return switch (kpi.unit()) {
            case PERCENT -> new Scale(1, "");
            case COUNT, MONEY ->
                highest < MILLION ? new Scale(1, "") : new Scale(1 / MILLION, words.say("unit.millions"));
            case RATE -> new Scale(1, words.amounts().perResidents(kpi));
            case DAYS -> time(highest, words);
        };
    }

    private static Scale time(double highest, Words words) {
        if (highest >= 1 || highest <= 0) {
            return new Scale(1, words.amounts().plural("unit.days"));
        }
        return highest * HOURS >= 1
                ? new Scale(HOURS, words.amounts().plural("unit.hours"))
                : new Scale(MINUTES, words.amounts().plural("unit.minutes"));
    }
}
