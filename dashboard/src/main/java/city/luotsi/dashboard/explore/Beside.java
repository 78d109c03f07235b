package city.luotsi.dashboard.explore;

import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the line of a KPI is compared with, piece of time by piece of time. */
sealed interface Beside {
    int WEEK = 7;
    int YEAR_OF_WEEKS = 364;

    /** Each piece with the one that lies as long before it as the chosen period is long. */
    record Before() implements Beside {}

    record YearAgo() implements Beside {}

    /** Without any filter. */
    record City() implements Beside {}

    /** The same, but of another member. */
    record Other(String dimension, String member) implements Beside {}

    /** As an address spells it. */
    default String spelled() {
        return switch (this) {
            case Before() -> "previous";
            case YearAgo() -> "year-ago";
            case City() -> "city";
            case Other(String dimension, String member) -> dimension + ":" + member;
        };
    }

    /** From an address; empty if it means nothing here. */
    static Optional<Beside> read(Publication publication, String text) {
        return switch (text) {
            case "previous" -> Optional.of(new Before());
            case "year-ago" -> Optional.of(new YearAgo());
            case "city" -> Optional.of(new City());
            default -> other(publication, text);
        };
    }

    private static Optional<Beside> other(Publication publication, String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String dimension = text.substring(0, colon);
        String member = text.substring(colon + 1);
        boolean known = Exploration.dimensions(publication).contains(dimension)
                && (member.equals(Member.UNKNOWN)
                        || publication.member(dimension, member).isPresent());
        return known ? Optional.of(new Other(dimension, member)) : Optional.empty();
    }

    /**
     * The question behind it: as many pieces of time as the line has.
     *
     * @param chosen the period of the page
     */
    default KpiQuery beside(KpiQuery line, Period chosen) {
        return switch (this) {
            case Before() -> line.during(earlier(line, chosen));
            case YearAgo() ->
                line.during(isOfDays(line.step()) ? back(line.period(), YEAR_OF_WEEKS) : months(line.period(), 12));
            case City() -> new KpiQuery(line.kpi(), line.period(), line.step(), Optional.empty(), Map.of());
            case Other(String dimension, String member) -> line.where(dimension, Set.of(member));
        };
    }

    private static Period earlier(KpiQuery line, Period chosen) {
        if (isOfDays(line.step())) {
            // whole weeks, so that weekdays meet weekdays
            return back(line.period(), (chosen.days() + WEEK - 1) / WEEK * WEEK);
        }
        long piece = switch (line.step()) {
            case QUARTER -> 3;
            case YEAR -> 12;
            default -> 1;
        };
        long months =
                Math.max(1, ChronoUnit.MONTHS.between(chosen.from(), chosen.to().plusDays(1)));
        return months(line.period(), (months + piece - 1) / piece * piece);
    }

    private static boolean isOfDays(Step pace) {
        return pace == Step.DAY || pace == Step.WEEK;
    }

    private static Period back(Period period, long days) {
        return new Period(period.from().minusDays(days), period.to().minusDays(days));
    }

    private static Period months(Period period, long months) {
        LocalDate end = period.to().plusDays(1).minusMonths(months);
        return new Period(period.from().minusMonths(months), end.minusDays(1));
    }
}
