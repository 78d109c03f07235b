package city.luotsi.dashboard.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.FixturePublication;
import city.luotsi.dashboard.Published;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.SnapshotFixture;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Better;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.forecast.Forecast;
import city.luotsi.figures.forecast.Method;
import city.luotsi.figures.forecast.YearEnd;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreTest {
    private static final Snapshot SNAPSHOT = SnapshotFixture.helsinkiDemo();
    private static final Period OCTOBER = Period.month(2026, 10);

    @Test
    void every_headline_figure_has_a_row_for_the_city_and_for_each_department() throws SQLException {
        for (String kpi : SNAPSHOT.publication().headline()) {
            assertThat(score(kpi, Optional.empty()).course()).as(kpi).hasSize(Score.SHOWN);
        }
        for (var department : SNAPSHOT.publication().members("department")) {
            assertThat(score("requests", Optional.of(department.id())).course())
                    .as(department.id())
                    .hasSize(Score.SHOWN);
        }
    }

    @Test
    void a_departments_row_is_of_the_department_and_has_its_own_target_or_none() throws SQLException {
        Score education = score("digital_take_up", Optional.of("education"));
        Figure asked = SNAPSHOT.answer(KpiQuery.of("digital_take_up", OCTOBER).where("department", Set.of("education")))
                .only();
        assertThat(education.standing().now().known()).contains((Figure.Known) asked);
        assertThat(education.standing().target().orElseThrow().department()).contains("education");
        assertThat(text(education).behind()).matches("October 2026 · [\\d,]+ of [\\d,]+");

        Score culture = score("digital_take_up", Optional.of("culture_leisure"));
        assertThat(text(culture).standing().target()).isEqualTo("No target set");
        assertThat(culture.outlook()).isEmpty();
    }

    @Test
    void the_years_total_is_at_least_the_months_that_are_over() throws SQLException {
        Score requests = score("requests", Optional.empty());
        double soFar = SNAPSHOT.answer(KpiQuery.of("requests", new Period(LocalDate.of(2026, 1, 1), OCTOBER.to())))
                .only()
                .number()
                .orElseThrow();
        assertThat(requests.yearEnd()).get().isInstanceOfSatisfying(YearEnd.Expected.class, expected -> {
            assertThat(text(requests).span(expected)).isEqualTo("All of 2026");
            assertThat(expected.forecast().low()).isGreaterThanOrEqualTo(soFar);
            assertThat(expected.forecast().value()).isBetween(1.1 * soFar, 1.4 * soFar);
            assertThat(text(requests).interval(expected.forecast()))
                    .startsWith("Likely ")
                    .endsWith(" (80 in 100)");
        });
    }

    @Test
    void what_is_hidden_is_shown_as_hidden_and_ends_what_a_forecast_may_look_back_on() throws SQLException {
        Path data = Published.copy();
        FixturePublication.correct(
                data,
                1,
                "insert into confidential_service select id, parent, 5 from service where parent = 'education' limit 1",
                """
                update service_step_by_month_service set service = 'withheld', requests_value = null, requests_counted = null, requests_rows = null
                where month = '2026-05-01' and department = 'education'""");
        Snapshot hidden = SnapshotFixture.in(data);
        Kpi kpi = hidden.publication().catalogue().kpi("requests");
        Card card = new Card(hidden.place(), Optional.of("education"), OCTOBER);
        Score score = Score.of(hidden, kpi, card);
        ScoreText text = new ScoreText(score, Words.of(Locale.ENGLISH, hidden.publication()));
        assertThat(text.inMonth(score.in(Period.month(2026, 5)))).isEqualTo("hidden");
        assertThat(score.yearEnd()).contains(new YearEnd.TooLittle(2026, 5));
        assertThat(text.tooLittle(new YearEnd.TooLittle(2026, 5)))
                .isEqualTo("No forecast: it needs 24 whole months in a row, 5 are known");
    }

    @Test
    void only_what_holds_for_the_whole_interval_is_said_of_the_target() {
        Kpi share = kpi(Rollup.RATIO, Better.HIGHER);
        assertThat(Outlook.of(share, ending(0.70, 0.80), target(0.69))).contains(Outlook.MET);
        assertThat(Outlook.of(share, ending(0.70, 0.80), target(0.75))).contains(Outlook.OPEN);
        assertThat(Outlook.of(share, ending(0.70, 0.80), target(0.81))).contains(Outlook.MISSED);
        Kpi wait = kpi(Rollup.QUANTILE, Better.LOWER);
        assertThat(Outlook.of(wait, ending(4, 6), target(7))).contains(Outlook.MET);
        assertThat(Outlook.of(wait, ending(4, 6), target(3))).contains(Outlook.MISSED);
        assertThat(Outlook.of(wait, new YearEnd.TooLittle(2026, 3), target(3))).isEmpty();
        assertThat(Outlook.of(kpi(Rollup.SUM, Better.NEITHER), ending(4, 6), target(3)))
                .isEmpty();
    }

    @Test
    void a_target_of_days_is_told_in_days_beside_a_wait_of_minutes() throws SQLException {
        Score wait = new Score(
                score("waiting_time_median", Optional.empty()).standing(),
                List.of(),
                Optional.of(ending(0.001, 0.002)),
                Optional.of(target(3)));
        assertThat(text(wait).outlook(Outlook.MET)).contains("3 days");
        assertThat(text(wait).value(0.002)).isEqualTo("3 minutes");
    }

    private static Score score(String kpi, Optional<String> department) throws SQLException {
        Card card = new Card(SNAPSHOT.place(), department, OCTOBER);
        return Score.of(SNAPSHOT, SNAPSHOT.publication().catalogue().kpi(kpi), card);
    }

    private static ScoreText text(Score score) {
        return new ScoreText(score, Words.of(Locale.ENGLISH, SNAPSHOT.publication()));
    }

    private static Kpi kpi(Rollup rollup, Better better) {
        return SNAPSHOT.publication().catalogue().kpis().values().stream()
                .filter(kpi -> kpi.rollup() == rollup && kpi.better() == better)
                .findFirst()
                .orElseThrow();
    }

    private static YearEnd ending(double low, double high) {
        return new YearEnd.Expected(
                2026, YearEnd.Of.WHOLE_YEAR, new Forecast(Method.THETA, (low + high) / 2, low, high, 0.1, 0.2));
    }

    private static Target target(double value) {
        return new Target("any", Optional.empty(), LocalDate.of(2026, 1, 1), value, "council, 2026");
    }
}
