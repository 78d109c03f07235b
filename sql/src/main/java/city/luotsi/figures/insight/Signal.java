package city.luotsi.figures.insight;

import city.luotsi.figures.query.Step;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A departure that is told: which figure, where, since when, how far from what was to be expected.
 *
 * @param id the same from publication to publication, for as long as it lasts
 * @param against what it departs from
 * @param pace weeks of seven days, or calendar months of confidential services and of quantiles
 * @param since the first day of the window in which it shows most; of a stock the first from which on it was more than half
 *     as far off as it is now
 * @param through the last day of the window
 * @param observed in the KPI's unit; of a sum, that of the whole window
 * @param expected likewise, by the figure's own pattern; or the target
 * @param cases what it is about: expected events, a share's denominator, what is in stock
 * @param beyond how many of them lie beyond what was to be expected; positive or negative
 * @param z standard errors
 * @param certainty 1 less the chance that any of all comparisons of its kind comes out like this by itself
 * @param priority of the service or KPI, by the city pack; 1 if it says nothing
 * @param rank {@code |beyond| × certainty × priority}; the highest first
 * @param firstTold when the publication was made that told it first
 * @param lead the id of the signal that it stands below on the page: its own if it stands for itself
 */
public record Signal(
        String id,
        String kpi,
        Slice slice,
        Against against,
        Step pace,
        boolean up,
        SignalState state,
        LocalDate since,
        LocalDate through,
        double observed,
        double expected,
        double cases,
        double beyond,
        double z,
        double certainty,
        double priority,
        double rank,
        Instant firstTold,
        String lead) {

    public boolean isLead() {
        return lead.equals(id);
    }

    /** The same signal as one told earlier: it keeps that one's id, and is new no more. */
    Signal continuing(Signal earlier) {
        SignalState older = state == SignalState.NEW ? SignalState.CONTINUING : state;
        return living(earlier.id, older, earlier.firstTold, lead);
    }

    /** No longer so; it stands for itself. */
    Signal over() {
        return living(id, SignalState.OVER, firstTold, id);
    }

    /** Nothing newer is known of it. */
    Signal held() {
        return living(id, state == SignalState.NEW ? SignalState.CONTINUING : state, firstTold, lead);
    }

    Signal below(String leading) {
        return living(id, state, firstTold, leading);
    }

    private Signal living(String itsId, SignalState itsState, Instant told, String leading) {
        return new Signal(
                itsId, kpi, slice, against, pace, up, itsState, since, through, observed, expected, cases, beyond, z,
                certainty, priority, rank, told, leading);
    }
}
