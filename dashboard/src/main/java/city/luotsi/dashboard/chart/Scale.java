package city.luotsi.dashboard.chart;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Unit;

/**
 * What a chart is drawn in: durations in the unit that its longest one is told in, so that an axis never reads 0.0 days.
 *
 * @param factor from the KPI's unit to the one that is drawn
 * @param unit beside the axis; "" where each number says it
 */
record Scale(double factor, String unit) {
    private static final double HOURS = 24;
    private static final double MINUTES = 1440;

    static Scale of(Kpi kpi, double highest, Words words) {
        if (kpi.unit() == Unit.RATE) {
            return new Scale(1, words.amounts().perResidents(kpi));
        }
        if (kpi.unit() != Unit.DAYS) {
            return new Scale(1, "");
        }
        if (highest >= 1 || highest <= 0) {
            return new Scale(1, words.amounts().plural("unit.days"));
        }
        return highest * HOURS >= 1
                ? new Scale(HOURS, words.amounts().plural("unit.hours"))
                : new Scale(MINUTES, words.amounts().plural("unit.minutes"));
    }
}
