package city.luotsi.dashboard.explore;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.SnapshotFixture;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Refusal;
import city.luotsi.figures.query.Step;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BesideTest {
    private static final Snapshot SNAPSHOT = SnapshotFixture.helsinkiDemo();
    private static final Period QUARTER = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));

    @Test
    void every_line_beside_has_as_many_points_as_the_line() throws SQLException {
        String others = "&with=previous&with=year-ago&with=city&with=district:503";
        for (Step pace : Exploration.PACES) {
            Trend trend =
                    Trend.of(SNAPSHOT, read("period=2026-10&district=103&pace=" + Exploration.name(pace) + others));
            assertThat(trend.beside()).as(pace.name()).hasSize(4);
            assertThat(trend.beside().values())
                    .as(pace.name())
                    .allSatisfy(other -> assertThat(other.points())
                            .hasSameSizeAs(trend.series().points()));
        }
    }

    @Test
    void a_year_ago_is_the_calendar_for_months_and_the_same_weekday_for_days() {
        KpiQuery months = KpiQuery.of("requests", QUARTER).step(Step.MONTH);
        assertThat(new Beside.YearAgo().beside(months, QUARTER).period())
                .isEqualTo(new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 9, 30)));
        KpiQuery days = months.step(Step.DAY);
        assertThat(new Beside.YearAgo().beside(days, QUARTER).period().from())
                .isEqualTo(LocalDate.of(2026, 7, 1).minusDays(364));
    }

    @Test
    void the_period_before_lies_as_far_back_as_the_chosen_one_is_long_in_whole_pieces() {
        KpiQuery line = KpiQuery.of("requests", Period.month(2026, 10)).step(Step.MONTH);
        assertThat(new Beside.Before().beside(line, QUARTER).period()).isEqualTo(Period.month(2026, 7));
        assertThat(new Beside.Before().beside(line, Period.month(2026, 10)).period())
                .isEqualTo(Period.month(2026, 9));
        KpiQuery days = line.step(Step.DAY);
        assertThat(new Beside.Before()
                        .beside(days, Period.month(2026, 10))
                        .period()
                        .from())
                .isEqualTo(LocalDate.of(2026, 10, 1).minusDays(35));
    }

    @Test
    void a_line_beside_has_a_gap_where_there_was_no_data_yet() throws SQLException {
        Trend trend = Trend.of(SNAPSHOT, read("period=2025-10&pace=month&with=year-ago"));
        KpiSeries yearAgo = series(trend, new Beside.YearAgo());
        assertThat(yearAgo.points().getFirst().figure()).isInstanceOf(Figure.BeforeData.class);
        assertThat(yearAgo.points().getLast().figure()).isInstanceOf(Figure.Known.class);
    }

    @Test
    void another_member_takes_the_place_of_the_one_that_is_looked_at() throws SQLException {
        Trend trend = Trend.of(SNAPSHOT, read("period=2026-10&district=103&with=district:503&with=city"));
        assertThat(series(trend, new Beside.Other("district", "503")).query().filters())
                .isEqualTo(Map.of("district", Set.of("503")));
        assertThat(series(trend, new Beside.City()).query().filters()).isEmpty();
    }

    private static KpiSeries series(Trend trend, Beside beside) {
        return Objects.requireNonNull(trend.beside().get(beside));
    }

    @Test
    void what_no_table_holds_is_closed_before_the_click() {
        assertThat(Trend.refusal(SNAPSHOT, read("pace=week&channel=web"), new Beside.Other("district", "503")))
                .containsInstanceOf(Refusal.class);
    }

    private static Exploration read(String query) {
        return Exploration.read(
                SNAPSHOT.place(), SNAPSHOT.publication(), "requests", QueryParameters.fromString(query));
    }
}
