package city.luotsi.dashboard.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Step;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {
    private static final LocalDate COMPLETE_THROUGH = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-Q3", "2026-10", "2025-11..2026-10", "2026-10-27..2026-11-23"})
    void a_period_in_a_link_is_read_as_it_was_written(String text) {
        assertThat(Periods.read(text).map(Periods::write)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-13", "2026-Q5", "2026-11..2026-10", "2026-02-30..2026-03-01"})
    void what_is_no_period_is_not_guessed_at(String text) {
        assertThat(Periods.read(text)).isEmpty();
    }

    @Test
    void the_last_full_month_is_the_one_before_while_a_month_is_running() {
        assertThat(Periods.lastMonth(COMPLETE_THROUGH)).isEqualTo(Period.month(2026, 10));
        assertThat(Periods.lastMonth(LocalDate.of(2026, 11, 30))).isEqualTo(Period.month(2026, 11));
    }

    @Test
    void the_last_full_quarter_ends_by_the_last_day() {
        assertThat(Periods.presets(COMPLETE_THROUGH).get(Periods.Preset.LAST_QUARTER))
                .isEqualTo(new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)));
        assertThat(Periods.presets(LocalDate.of(2026, 12, 31)).get(Periods.Preset.LAST_QUARTER))
                .isEqualTo(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)));
    }

    @Test
    void a_month_that_is_over_is_not_offered_as_running() {
        assertThat(Periods.presets(LocalDate.of(2026, 11, 30))).doesNotContainKey(Periods.Preset.THIS_MONTH);
    }

    @Test
    void only_whole_pieces_that_the_data_holds_in_full_make_a_line() {
        LocalDate begins = LocalDate.of(2026, 4, 11);
        LocalDate end = LocalDate.of(2026, 6, 27);
        assertThat(Periods.lastWhole(Step.MONTH, 13, end, begins)).contains(Period.month(2026, 5));
        assertThat(Periods.lastWhole(Step.WEEK, 2, end, begins))
                .contains(new Period(LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 21)));
        assertThat(Periods.lastWhole(Step.DAY, 13, begins, begins)).contains(new Period(begins, begins));
        assertThat(Periods.lastWhole(Step.MONTH, 13, begins.plusDays(9), begins))
                .isEmpty();
        assertThat(Periods.lastWhole(Step.DAY, 13, begins.minusDays(1), begins)).isEmpty();
    }
}
