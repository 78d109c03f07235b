package city.luotsi.jobs.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a service behaves in the demonstration city; one row of a pack's demo.csv. Shares are 0..1.
 *
 * @param service its id in the pack
 * @param feed the system its events come from
 * @param share of all events, by weight
 * @param waitDays median days from request to end; below an hour: ended at once
 * @param waitSigma the spread of the waiting, as deviation of its natural logarithm
 * @param dueDays days to the due date
 * @param digitalStart share by web and app on the first day
 * @param digitalEnd the same on the last day; between them it grows evenly
 * @param app share of the app among web and app
 * @param phone share of the phone among the rest
 * @param proactive share that the city starts itself
 * @param season a row of sql/demo/season.csv
 * @param week a row of sql/demo/week.csv
 * @param answers share of ended ones whose resident answers how satisfied they were
 * @param satisfied share of 4 and 5 among answers after a wait of the median
 * @param cost mean cost of one, in the city's currency
 * @param unfinished share that ends abandoned, cancelled or failed
 * @param refused share of the completed that are refused; empty: nothing is decided
 * @param repeat share asked by residents who ask several times within a month
 * @param anonymous share without a resident
 * @param ages how often a resident of an age asks, compared to the other ages
 */
record ServiceProfile(
        String service,
        String feed,
        double share,
        double waitDays,
        double waitSigma,
        OptionalInt dueDays,
        double digitalStart,
        double digitalEnd,
        double app,
        double phone,
        double proactive,
        String season,
        String week,
        double answers,
        double satisfied,
        OptionalDouble cost,
        double unfinished,
        OptionalDouble refused,
        double repeat,
        double anonymous,
        Map<String, Double> ages) {
    /** Shorter than this, nobody answers first: the thing is simply done. */
    private static final double AT_ONCE_DAYS = 0.1;

    ServiceProfile {
        ages = Map.copyOf(ages);
        if (share <= 0 || waitDays <= 0 || waitSigma <= 0) {
            throw new IllegalArgumentException("share, wait_days and wait_sigma must be above 0");
        }
        for (double part : List.of(
                digitalStart,
                digitalEnd,
                app,
                phone,
                proactive,
                answers,
                satisfied,
                unfinished,
                refused.orElse(0),
                repeat,
                anonymous)) {
            if (part < 0 || part > 1) {
                throw new IllegalArgumentException("a share must be 0 to 1, was " + part);
            }
        }
    }

    boolean isCase() {
        return waitDays >= AT_ONCE_DAYS;
    }

    /** Nobody ends a case at the weekend where nobody works then. */
    boolean restsAtWeekends() {
        return week.equals("office");
    }

    double ageWeight(Optional<String> age) {
        return age.map(group -> ages.getOrDefault(group, 1.0)).orElse(1.0);
    }
}
