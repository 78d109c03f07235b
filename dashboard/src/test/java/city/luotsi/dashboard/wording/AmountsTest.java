package city.luotsi.dashboard.wording;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Kpi;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AmountsTest {
    private static final Catalogue CATALOGUE = Catalogue.of(Definitions.builtIn());
    private static final Amounts ENGLISH = new Amounts(Wording.in(Locale.ENGLISH), "EUR");
    private static final Amounts FINNISH = new Amounts(Wording.in(Locale.of("fi")), "EUR");

    @Test
    void parts_of_a_time_are_told_in_the_unit_of_the_whole() {
        assertThat(ENGLISH.alike(3, 21).difference(kpi("waiting_time_median"), 0.59))
                .isEqualTo("+0.6 days");
        assertThat(ENGLISH.alike(21).difference(kpi("waiting_time_median"), -0.04))
                .isEqualTo("−0.04 days");
        assertThat(ENGLISH.alike(0.5).difference(kpi("waiting_time_median"), 0.59))
                .isEqualTo("+14.2 hours");
        assertThat(ENGLISH.alike(21).difference(kpi("waiting_time_median"), 0)).isEqualTo("0 days");
        assertThat(ENGLISH.alike(21).difference(kpi("requests"), 3)).isEqualTo("+3");
    }

    @Test
    void times_that_stand_in_one_sentence_are_told_in_the_unit_of_the_longest() {
        Amounts alike = ENGLISH.alike(0.933, 3.4);
        assertThat(alike.rounded(kpi("waiting_time_median"), 0.933).text()).isEqualTo("0.9 days");
        assertThat(alike.rounded(kpi("waiting_time_median"), 0.97).text()).isEqualTo("0.97 days");
        assertThat(ENGLISH.alike(0.6, 120)
                        .rounded(kpi("waiting_time_median"), 0.6)
                        .text())
                .isEqualTo("0.6 days");
        assertThat(alike.rounded(kpi("waiting_time_median"), 3.4).text()).isEqualTo("3.4 days");
        assertThat(ENGLISH.alike(Double.NaN, 0.01, 0.5).decided(kpi("waiting_time_median"), 0.01))
                .isEqualTo("0.2 hours");
        assertThat(alike.alike(0.5).decided(kpi("waiting_time_median"), 2)).isEqualTo("2 days");
        assertThat(ENGLISH.alike(75, 0.002)
                        .rounded(kpi("waiting_time_median"), 0.002)
                        .text())
                .isEqualTo("3 minutes");
        assertThat(ENGLISH.alike().rounded(kpi("waiting_time_median"), 0.5).text())
                .isEqualTo("12 hours");
    }

    @Test
    void a_large_count_is_rounded_to_what_a_person_would_say() {
        assertThat(english("requests", 842)).isEqualTo("842");
        assertThat(english("requests", 9_876)).isEqualTo("9,876");
        assertThat(english("requests", 123_456)).isEqualTo("123,000");
        assertThat(english("requests", 1_234_567)).isEqualTo("1.23 million");
    }

    @Test
    void the_exact_count_stays_to_be_looked_up() {
        assertThat(ENGLISH.exact(kpi("requests"), 1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void a_share_is_a_percentage_of_the_readers_language() {
        assertThat(english("digital_take_up", 0.7136)).isEqualTo("71.4%");
        assertThat(finnish("digital_take_up", 0.7136)).isEqualTo("71,4\u00a0%");
    }

    @Test
    void a_short_wait_is_told_in_hours_or_minutes() {
        assertThat(english("waiting_time_median", 3.44)).isEqualTo("3.4 days");
        assertThat(english("waiting_time_median", 0.5)).isEqualTo("12 hours");
        assertThat(english("waiting_time_median", 0.01)).isEqualTo("14 minutes");
        assertThat(finnish("waiting_time_median", 3.44)).isEqualTo("3,4 päivää");
    }

    @Test
    void one_is_told_apart_from_many() {
        assertThat(english("waiting_time_median", 1)).isEqualTo("1 day");
        assertThat(english("waiting_time_median", 1.04)).isEqualTo("1 day");
        assertThat(english("waiting_time_median", 1.06)).isEqualTo("1.1 days");
        assertThat(finnish("waiting_time_median", 1)).isEqualTo("1 päivä");
        assertThat(ENGLISH.exact(kpi("waiting_time_median"), 1.04)).isEqualTo("1.04\u00a0days");
    }

    @Test
    void a_small_change_keeps_its_digit_even_if_it_is_zero() {
        assertThat(ENGLISH.part(0.02)).isEqualTo("2.0%");
        assertThat(ENGLISH.part(0.734)).isEqualTo("73%");
    }

    @Test
    void money_is_in_the_citys_currency() {
        assertThat(english("cost_per_transaction", 12.4)).isEqualTo("€12.40");
        assertThat(finnish("cost_per_transaction", 12.4)).isEqualTo("12,40\u00a0€");
    }

    @Test
    void a_rate_says_per_how_many() {
        assertThat(english("requests_per_1000_residents", 61.27)).isEqualTo("61.3 per 1,000 residents");
    }

    @Test
    void coverage_never_claims_to_be_whole_when_it_is_not() {
        assertThat(ENGLISH.coverage(0.999)).isEqualTo("99%");
        assertThat(ENGLISH.coverage(1)).isEqualTo("100%");
    }

    private static String english(String kpi, double value) {
        return ENGLISH.rounded(kpi(kpi), value).text();
    }

    private static String finnish(String kpi, double value) {
        return FINNISH.rounded(kpi(kpi), value).text();
    }

    private static Kpi kpi(String name) {
        return CATALOGUE.kpi(name);
    }
}
