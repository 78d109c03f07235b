package city.luotsi.dashboard.wording;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.figures.query.Period;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final Dates ENGLISH = new Dates(Wording.in(Locale.ENGLISH));
    private static final Dates FINNISH = new Dates(Wording.in(Locale.of("fi")));
    private static final Dates SWEDISH = new Dates(Wording.in(Locale.of("sv")));

    @Test
    void a_month_is_called_by_its_name_as_inside_of_a_sentence() {
        assertThat(ENGLISH.period(Period.month(2026, 10))).isEqualTo("October 2026");
        assertThat(FINNISH.period(Period.month(2026, 10))).isEqualTo("lokakuu 2026");
        assertThat(SWEDISH.period(Period.month(2026, 10))).isEqualTo("oktober 2026");
    }

    @Test
    void every_weekday_is_inflected_in_Finnish() {
        for (int day = 16; day <= 22; day++) {
            assertThat(FINNISH.weekday(LocalDate.of(2026, 11, day))).endsWith("na " + day + ".11.2026");
        }
        assertThat(SWEDISH.weekday(LocalDate.of(2026, 11, 22))).isEqualTo("söndag 22 nov. 2026");
    }

    @Test
    void a_quarter_and_a_year_are_called_so() {
        assertThat(ENGLISH.period(days("2026-07-01", "2026-09-30"))).isEqualTo("Q3 2026");
        assertThat(FINNISH.period(days("2026-07-01", "2026-09-30"))).isEqualTo("3. neljännes 2026");
        assertThat(FINNISH.tick(days("2026-07-01", "2026-09-30"))).isEqualTo("Q3/2026");
        assertThat(SWEDISH.tick(days("2026-07-01", "2026-09-30"))).isEqualTo("kv 3 2026");
        assertThat(ENGLISH.period(days("2026-01-01", "2026-12-31"))).isEqualTo("2026");
    }

    @Test
    void twelve_months_that_are_no_year_have_two_ends() {
        assertThat(ENGLISH.period(days("2025-11-01", "2026-10-31"))).isEqualTo("Nov 2025 – Oct 2026");
    }

    @Test
    void days_say_no_month_or_year_twice() {
        assertThat(ENGLISH.period(days("2026-11-01", "2026-11-23"))).isEqualTo("1–23 Nov 2026");
        assertThat(ENGLISH.period(days("2026-10-27", "2026-11-23"))).isEqualTo("27 Oct – 23 Nov 2026");
        assertThat(FINNISH.period(days("2026-11-01", "2026-11-23"))).isEqualTo("1.–23.11.2026");
        assertThat(FINNISH.period(days("2026-10-27", "2026-11-23"))).isEqualTo("27.10. – 23.11.2026");
        assertThat(ENGLISH.period(days("2025-12-20", "2026-01-16"))).isEqualTo("20 Dec 2025 – 16 Jan 2026");
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
