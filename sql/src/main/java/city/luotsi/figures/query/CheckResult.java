package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Check;

/**
 * What a check found. One that holds everywhere has a single result, of nothing in particular.
 *
 * @param what the feed, the dimension or the table it is about; empty if it holds everywhere
 * @param found what there is: a count, days or a share
 * @param of out of how many, for a check of events; else 0
 * @param allowed up to where it would hold
 */
public record CheckResult(Check check, String what, double found, long of, double allowed, boolean holds) {

    /** A check of events in one feed. */
    public static CheckResult ofEvents(Check check, String feed, long broken, long rows) {
        double share = rows == 0 ? 0 : (double) broken / rows;
        return new CheckResult(check, feed, broken, rows, check.most(), share <= check.most());
    }

    /** For the operator. */
    public String sentence() {
        String where = what.isEmpty() ? "" : " (" + what + ")";
        String number = of > 0 ? "%,.0f of %,d".formatted(found, of) : "%,.3g".formatted(found);
        return "%s%s: %s, allowed %s"
                .formatted(
                        check.file().origin(),
                        where,
                        number,
                        of > 0 ? "%.1f %%".formatted(100 * allowed) : "%,.3g".formatted(allowed));
    }
}
