package city.luotsi.dashboard.scorecard;

import city.luotsi.dashboard.comparison.Standing;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.forecast.Forecast;
import city.luotsi.figures.forecast.YearEnd;
import java.util.Optional;

/** A forecast against a target. Only what holds for all of its interval is said. */
enum Outlook {
    MET,
    OPEN,
    MISSED;

    /**
     * Empty if there is no forecast, no direction that is better, or the target is of another span: where months are added
     * up, a target is of the month and says nothing of the year.
     */
    static Optional<Outlook> of(Kpi kpi, YearEnd yearEnd, Target target) {
        if (!(yearEnd instanceof YearEnd.Expected expected)
                || kpi.rollup() == city.luotsi.figures.catalogue.Rollup.SUM
                || kpi.rollup() == city.luotsi.figures.catalogue.Rollup.PER_RESIDENT) {
            return Optional.empty();
        }
        Forecast forecast = expected.forecast();
        Optional<Boolean> low = Standing.meets(kpi, target, forecast.low());
        Optional<Boolean> high = Standing.meets(kpi, target, forecast.high());
        return low.flatMap(one -> high.map(other -> !one.equals(other) ? OPEN : one ? MET : MISSED));
    }
}
