package city.luotsi.figures.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.luotsi.figures.catalogue.Better;
import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.query.Composition.Portion;
import city.luotsi.figures.query.Period;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A department with a hundred cases a month, of which 85 should be in time. */
class AimsTest {
    private static final LocalDate NEWEST = LocalDate.of(2026, 10, 31);
    private static final double AIM = 0.85;
    private static final int HIDDEN = -1;
    private static final Kpi DUE_KEPT = Catalogue.of(Definitions.builtIn()).kpi("due_kept");

    @Test
    void a_month_that_misses_after_six_that_met_is_told_as_that_month() throws SQLException {
        Aims.Run run = run(70, 90, 88, 84, 90, 90, 90).orElseThrow();
        assertEquals(Period.month(2026, 10), run.period());
        assertEquals(new Portion(70, 100, 100), run.portion());
    }

    @Test
    void months_that_miss_in_a_row_are_told_together_up_to_three() throws SQLException {
        Aims.Run run = run(70, 72, 80, 90, 90, 90, 90, 90, 90).orElseThrow();
        assertEquals(new Period(LocalDate.of(2026, 8, 1), NEWEST), run.period());
        assertEquals(new Portion(222, 300, 300), run.portion());
        assertEquals(Optional.empty(), run(70, 72, 80, 81, 90, 90, 90, 90, 90, 90), "no news any more");
    }

    @Test
    void what_met_one_month_of_many_that_missed_is_no_loss_when_it_misses_again() throws SQLException {
        assertEquals(Optional.empty(), run(70, 90, 60, 60, 60, 60, 60));
    }

    @Test
    void a_target_that_is_met_after_it_was_missed_is_told_too() throws SQLException {
        assertEquals(
                new Portion(95, 100, 100),
                run(95, 60, 60, 60, 60, 60, 60).orElseThrow().portion());
    }

    @Test
    void of_waiting_less_is_better() throws SQLException {
        Aims.Reading reading = reading(70, 40, 40, 40, 40, 40, 40);
        assertEquals(
                new Portion(70, 100, 100),
                Aims.run(NEWEST, Better.LOWER, 0.5, reading).orElseThrow().portion());
        assertEquals(Optional.empty(), Aims.run(NEWEST, Better.LOWER, 0.8, reading), "still met");
    }

    @Test
    void what_is_hidden_or_not_known_says_nothing() throws SQLException {
        assertEquals(Optional.empty(), run(HIDDEN, 90, 90, 90, 90, 90, 90));
        assertEquals(Optional.empty(), run(70, 90, 90, HIDDEN, 90, 90, 90));
        assertEquals(Optional.empty(), run(70, 90, 90), "too few months before");
    }

    @Test
    void what_chance_or_a_season_does_is_not_told() {
        Threshold threshold = new Threshold(Map.of(Threshold.Kind.MONTH, 300L), Map.of(Threshold.Kind.MONTH, 4.0));
        assertEquals(true, threshold.isTold(crossing(0.78, 900)));
        assertEquals(false, threshold.isTold(crossing(0.78, 60)), "few cases");
        assertEquals(false, threshold.isTold(crossing(0.84, 90_000)), "sure, and next to nothing");
    }

    private static Aims.Crossing crossing(double share, double cases) {
        Estimate estimate = new Estimate(
                share, AIM, Likelihood.ofShare(share * cases, cases, AIM), (share - AIM) * cases, cases, 0.1);
        return new Aims.Crossing(DUE_KEPT, Slice.ofDepartment("education"), Period.month(2026, 10), estimate);
    }

    private static Optional<Aims.Run> run(int... inTime) throws SQLException {
        return Aims.run(NEWEST, Better.HIGHER, AIM, reading(inTime));
    }

    /** @param parts of a hundred, the newest month first */
    private static Aims.Reading reading(int... parts) {
        return months -> {
            Portion sum = Portion.NONE;
            YearMonth last = YearMonth.from(months.to());
            for (YearMonth month = YearMonth.from(months.from()); !month.isAfter(last); month = month.plusMonths(1)) {
                int ago = (int) month.until(YearMonth.from(NEWEST), java.time.temporal.ChronoUnit.MONTHS);
                if (ago >= parts.length || parts[ago] == HIDDEN) {
                    return Optional.empty();
                }
                sum = sum.plus(new Portion(parts[ago], 100, 100));
            }
            return Optional.of(sum);
        };
    }
}
