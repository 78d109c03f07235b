package city.luotsi.figures.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final int DAYS = 3_000_000;
    private static final double Z = 3.5;

    /** Drawn day by day and added up: far off on neighbouring days is one alarm. */
    @Test
    void as_many_alarms_a_month_as_are_counted_in_a_long_quiet_time() {
        Random random = new Random(20261126);
        double[] quiet = DoubleStream.generate(random::nextGaussian).limit(DAYS).toArray();
        for (int days : List.of(7, 14, 28, 56)) {
            double counted = alarms(quiet, days) * 30.0 / DAYS;
            assertEquals(counted, Chance.alarmsAMonth(Pace.WEEK, days, Z), 0.15 * counted, days + " days");
        }
    }

    private static int alarms(double[] quiet, int days) {
        int alarms = 0;
        int last = -days;
        double sum = 0;
        for (int day = 0; day < quiet.length; day++) {
            sum += quiet[day] - (day < days ? 0 : quiet[day - days]);
            if (day >= days && Math.abs(sum) >= Z * Math.sqrt(days)) {
                if (day - last > days) {
                    alarms++;
                }
                last = day;
            }
        }
        return alarms;
    }

    @Test
    void what_is_told_by_months_is_news_once_a_month_and_a_stock_each_day() {
        assertEquals(Chance.beyond(4), Chance.alarmsAMonth(Pace.MONTH, 31, 4));
        assertEquals(1, Chance.alarmsAMonth(Pace.WEEK, 1, 4) / (30 * Chance.beyond(4)), 0.01);
        assertTrue(Chance.alarmsAMonth(Pace.WEEK, 56, 4) < Chance.alarmsAMonth(Pace.WEEK, 7, 4));
    }
}
