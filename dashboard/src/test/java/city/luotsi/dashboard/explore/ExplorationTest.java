package city.luotsi.dashboard.explore;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.SnapshotFixture;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Step;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static final Snapshot SNAPSHOT = SnapshotFixture.helsinkiDemo();

    @Test
    void an_address_says_everything_that_is_shown() {
        String query =
                "period=2026-Q3&by=service&pace=week&department=education&channel=app&channel=web&not=channel&with=year-ago&with=district:503&look=age_group&table=trend";
        Exploration exploration = read("digital_take_up", query);
        assertThat(exploration)
                .isEqualTo(new Exploration(
                        "helsinki-demo",
                        "digital_take_up",
                        new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)),
                        Optional.of("service"),
                        Step.WEEK,
                        new Filters(
                                Map.of("department", Set.of("education"), "channel", Set.of("web", "app")),
                                Set.of("channel")),
                        List.of(new Beside.YearAgo(), new Beside.Other("district", "503")),
                        new Look.Crossed("age_group"),
                        Set.of(Twin.Of.TREND)));
        assertThat(exploration.parameters()).isEqualTo(QueryParameters.fromString(query));
    }

    @Test
    void an_address_without_a_word_shows_the_last_full_month() {
        assertThat(read("requests", "").period()).isEqualTo(Period.month(2026, 10));
    }

    @Test
    void what_an_address_can_not_mean_is_left_out_and_told() {
        String query =
                "period=soon&by=colour&pace=century&colour=red&department=magic&channel=unknown&with=mars&with=district:mars&look=globe";
        Exploration exploration = read("requests", query);
        assertThat(exploration)
                .isEqualTo(new Exploration(
                        "helsinki-demo",
                        "requests",
                        Period.month(2026, 10),
                        Optional.empty(),
                        Step.MONTH,
                        new Filters(Map.of("channel", Set.of("unknown")), Set.of()),
                        List.of(),
                        new Look.Bars(),
                        Set.of()));
        assertThat(Exploration.notUnderstood(SNAPSHOT.publication(), QueryParameters.fromString(query)))
                .containsExactly("soon", "colour", "century", "mars", "district:mars", "globe", "magic");
    }

    @Test
    void a_line_of_few_months_is_drawn_by_week_where_weeks_can_be_had() {
        assertThat(new Cuts(SNAPSHOT, read("requests", "")).usualPace()).isEqualTo(Step.MONTH);
        assertThat(new Cuts(SNAPSHOT, read("requests", "period=2024-07")).usualPace())
                .isEqualTo(Step.WEEK);
        assertThat(new Cuts(SNAPSHOT, read("waiting_time_median", "period=2024-07")).usualPace())
                .isEqualTo(Step.MONTH);
    }

    @Test
    void a_department_leads_to_its_services_and_a_service_to_channels() {
        Cuts cuts = new Cuts(SNAPSHOT, read("digital_take_up", ""));
        assertThat(cuts.chosen()).contains("department");

        Exploration services = cuts.into("department", "education");
        assertThat(services.by()).contains("service");
        Exploration channels = new Cuts(SNAPSHOT, services).into("service", "day_care");
        assertThat(channels.by()).contains("channel");
        assertThat(channels.filters().members().keySet()).containsExactlyInAnyOrder("department", "service");
    }

    @Test
    void what_no_table_holds_is_closed_before_the_click() {
        Cuts days = new Cuts(SNAPSHOT, read("digital_take_up", "period=2026-11-01..2026-11-10&channel=web"));
        Cuts.Cut district = cut(days, "district");
        assertThat(district.open()).isFalse();
        assertThat(district.refusal()).isPresent();
        assertThat(cut(days, "service").open()).isTrue();
    }

    @Test
    void a_dimension_of_which_one_member_is_looked_at_shows_nothing_side_by_side() {
        Cuts one = new Cuts(SNAPSHOT, read("requests", "department=education"));
        assertThat(cut(one, "department").single()).isTrue();
        assertThat(one.chosen()).contains("service");
    }

    @Test
    void a_line_by_week_is_closed_where_figures_are_published_by_month() {
        Cuts cuts = new Cuts(SNAPSHOT, read("waiting_time_median", ""));
        assertThat(cuts.paceRefusal(Step.WEEK)).isPresent();
        assertThat(cuts.paceRefusal(Step.MONTH)).isEmpty();
    }

    @Test
    void the_last_filter_taken_off_leaves_the_whole_city() {
        Filters filtered = read("requests", "channel=app&channel=web").filters();
        assertThat(filtered.minus("channel", "app").members()).isEqualTo(Map.of("channel", Set.of("web")));
        assertThat(filtered.minus("channel", "app").minus("channel", "web")).isEqualTo(Filters.NONE);
    }

    @Test
    void what_is_left_out_and_what_is_not_are_together_all_there_is() throws SQLException {
        double city = requests("");
        double online = requests("channel=app&channel=web");
        assertThat(requests("channel=app&channel=web&not=channel")).isEqualTo(city - online);
        assertThat(online).isBetween(1.0, city - 1);
    }

    @Test
    void a_filter_turned_twice_is_as_it_was() {
        Filters filters = read("requests", "channel=app&department=education").filters();
        assertThat(filters.turned("channel").isExcluding("channel")).isTrue();
        assertThat(filters.turned("channel").turned("channel")).isEqualTo(filters);
        assertThat(filters.turned("channel").only("channel", Set.of("web")).isExcluding("channel"))
                .isFalse();
    }

    private static double requests(String filters) throws SQLException {
        return SNAPSHOT.answer(read("requests", "period=2026-10&" + filters).query(SNAPSHOT.publication()))
                .only()
                .number()
                .orElseThrow();
    }

    private static Cuts.Cut cut(Cuts cuts, String dimension) {
        return cuts.all().stream()
                .filter(cut -> cut.dimension().equals(dimension))
                .findFirst()
                .orElseThrow();
    }

    private static Exploration read(String kpi, String query) {
        return Exploration.read(SNAPSHOT.place(), SNAPSHOT.publication(), kpi, QueryParameters.fromString(query));
    }
}
