package city.luotsi.dashboard.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.SnapshotFixture;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.contribution.Compared;
import city.luotsi.figures.contribution.Comparison;
import city.luotsi.figures.contribution.Explanation;
import city.luotsi.figures.contribution.Part;
import city.luotsi.figures.contribution.Told;
import city.luotsi.figures.query.Composition;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.router.QueryParameters;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhyTest {
    private static final Snapshot SNAPSHOT = SnapshotFixture.helsinkiDemo();
    private static final Words WORDS = Words.of(Locale.ENGLISH, SNAPSHOT.publication());
    private static final Sides TIMES = new Sides("September 2026", "October 2026", true);

    @Test
    void an_address_says_what_is_compared_with_what() {
        String query = "period=2026-10&by=channel&pace=month&department=education&table=why&against=2025-10";
        Inquiry inquiry = read("requests", query);
        assertThat(inquiry.against()).isEqualTo(new Against.Time(Period.month(2025, 10)));
        assertThat(inquiry.place()).isEqualTo("helsinki-demo/kpi/requests/why");
        assertThat(inquiry.parameters()).isEqualTo(QueryParameters.fromString(query));
        assertThat(read("requests", "period=2026-10").against()).isEqualTo(new Against.Time(Period.month(2026, 9)));
        assertThat(Inquiry.notUnderstood(SNAPSHOT.publication(), QueryParameters.of("against", "ever")))
                .containsExactly("ever");
        assertThat(Inquiry.notUnderstood(SNAPSHOT.publication(), QueryParameters.of("against", "previous")))
                .containsExactly("previous");
    }

    @Test
    void a_place_is_compared_with_another_one_or_with_the_city_at_the_same_time() throws SQLException {
        Inquiry city = read("digital_take_up", "period=2026-10&department=education&against=city");
        Comparison comparison = city.comparison(SNAPSHOT.publication());
        assertThat(comparison.before().filters()).isEmpty();
        assertThat(comparison.before().period()).isEqualTo(comparison.after().period());
        assertThat(Sides.of(city, comparison, WORDS)).isEqualTo(new Sides("Helsinki", "Education Division", false));
        assertThat(city.about(city.exploration().during(Period.month(2026, 8))).against())
                .isEqualTo(city.against());
        Compared compared = Reasons.of(SNAPSHOT, comparison, List.of("channel")).compared();
        assertThat(WhyText.change(compared, Sides.of(city, comparison, WORDS), WORDS))
                .matches(
                        "Digital take-up: Education Division [\\d.]+%, Helsinki [\\d.]+%, a difference of .*points\\.");

        Inquiry other = read("digital_take_up", "department=education&against=department:urban_environment");
        assertThat(other.parameters().getSingleParameter("against")).contains("department:urban_environment");
        assertThat(other.comparison(SNAPSHOT.publication()).before().filters())
                .isEqualTo(Map.of("department", Set.of("urban_environment")));
        assertThat(city.about(city.exploration().where(Filters.NONE)).against())
                .as("the city isn't compared with itself")
                .isEqualTo(new Against.Time(Period.month(2026, 9)));
        assertThat(read("requests", "department=education&against=department:education")
                        .against())
                .isInstanceOf(Against.Time.class);
        Inquiry districts = read("digital_take_up", "service=day_care&against=district:101");
        assertThat(districts.apart(SNAPSHOT.publication()))
                .containsExactlyInAnyOrder("service", "department", "district", "major_district");
    }

    @Test
    void another_period_is_compared_with_its_own_year_ago_or_the_one_before_it() {
        Inquiry yearAgo = read("requests", "period=2026-10&against=2025-10");
        assertThat(yearAgo.about(yearAgo.exploration().during(Period.month(2026, 8)))
                        .against())
                .isEqualTo(new Against.Time(Period.month(2025, 8)));
        Inquiry before = read("requests", "period=2026-10");
        assertThat(before.about(before.exploration().during(Period.month(2026, 8)))
                        .against())
                .isEqualTo(new Against.Time(Period.month(2026, 7)));
    }

    @Test
    void an_unfinished_month_is_explained_against_equally_many_days() {
        Comparison comparison = read("requests", "period=2026-11").comparison(SNAPSHOT.publication());
        assertThat(comparison.after().period()).isEqualTo(days("2026-11-01", "2026-11-23"));
        assertThat(comparison.before().period()).isEqualTo(days("2026-10-01", "2026-10-23"));
    }

    @Test
    void the_parts_of_every_figure_by_every_dimension_add_up_to_what_the_page_of_the_figure_says() throws SQLException {
        for (Kpi kpi : SNAPSHOT.publication().catalogue().kpis().values()) {
            Comparison comparison =
                    read(kpi.name(), "period=2026-Q3&against=2026-Q2").comparison(SNAPSHOT.publication());
            List<String> open = Exploration.dimensions(SNAPSHOT.publication()).stream()
                    .filter(dimension -> SNAPSHOT.closed(comparison, dimension).isEmpty())
                    .toList();
            if (kpi.rollup() == Rollup.DISTINCT) {
                assertThat(open).as(kpi.name()).isEmpty();
                continue;
            }
            assertThat(open).as(kpi.name()).isNotEmpty();
            Reasons reasons = Reasons.of(SNAPSHOT, comparison, open);
            assertThat(reasons.explanations()).as(kpi.name()).hasSameSizeAs(open);
            for (Explanation explanation : reasons.explanations()) {
                double sum =
                        explanation.parts().stream().mapToDouble(Part::amount).sum();
                assertThat(sum)
                        .as("%s by %s", kpi.name(), explanation.dimension())
                        .isEqualTo(explanation.change(), within(1e-9 * Math.max(1, Math.abs(explanation.before()))));
                if (explanation.told() instanceof Told.Itself) {
                    assertThat(explanation.change())
                            .isEqualTo(change(reasons.compared()), within(1e-9 * Math.abs(explanation.before())));
                }
            }
        }
    }

    @Test
    void a_change_is_told_in_one_sentence_and_so_are_its_parts() {
        Explanation explanation = explanation(
                "open_cases",
                210,
                268,
                part("social_health_rescue", 41, 20),
                part("education", 12, 11),
                part("urban_environment", 5, 11));
        WhyText text = new WhyText(explanation, TIMES, WORDS);
        assertThat(text.parts())
                .matches("By department: Social.* \\+41, Education.* \\+12, all others together \\+5\\.");
        assertThat(text.contribution(explanation.parts().getLast())).isEqualTo("+5 · may be chance");
        assertThat(text.split()).isEmpty();
    }

    @Test
    void where_no_part_moved_beyond_chance_it_says_so() {
        Explanation explanation = explanation("open_cases", 210, 215, part("education", 5, 11));
        assertThat(new WhyText(explanation, TIMES, WORDS).parts())
                .isEqualTo("By department no part moved by more than chance would.");
    }

    @Test
    void where_all_parts_moved_alike_none_is_blamed() {
        Explanation explanation =
                explanation("open_cases", 200, 300, part("education", 9, 5, 0.1), part("culture_leisure", 91, 20, 0.9));
        assertThat(new WhyText(explanation, TIMES, WORDS).parts())
                .startsWith("By department it is spread over all alike, no part stands out: Culture");
    }

    @Test
    void what_has_one_part_only_is_not_called_spread() {
        Explanation explanation = explanation("open_cases", 200, 300, part("education", 100, 5, 1));
        assertThat(explanation.isSpread()).isTrue();
        assertThat(new WhyText(explanation, TIMES, WORDS).parts())
                .matches("By department there is one part only: Education.* \\+100\\.");
    }

    @Test
    void a_change_of_a_share_is_in_percentage_points_and_its_direction_in_a_word() {
        Comparison comparison = read("digital_take_up", "period=2026-10").comparison(SNAPSHOT.publication());
        Compared compared = new Compared(
                SNAPSHOT.publication().catalogue().kpi("digital_take_up"),
                comparison,
                new Figure.Known(0.71, Optional.empty(), 1),
                new Figure.Known(0.46, Optional.empty(), 1),
                Composition.Portion.NONE,
                Composition.Portion.NONE);
        assertThat(WhyText.change(compared, Sides.ofTime(comparison, WORDS), WORDS))
                .isEqualTo(
                        "Digital take-up fell from 71.0% (September 2026) to 46.0% (October 2026): −25.0\u00a0%\u00a0points.");
    }

    private static double change(Compared compared) {
        return compared.after().number().orElseThrow()
                - compared.before().number().orElseThrow();
    }

    private static Part part(String member, double amount, double chance) {
        return part(member, amount, chance, 0.1);
    }

    private static Part part(String member, double amount, double chance, double size) {
        return new Part(
                new Part.Member(member),
                amount,
                Optional.empty(),
                OptionalDouble.of(0),
                OptionalDouble.of(amount),
                size,
                OptionalDouble.of(chance));
    }

    private static Explanation explanation(String kpi, double before, double after, Part... parts) {
        return new Explanation(
                SNAPSHOT.publication().catalogue().kpi(kpi),
                "department",
                new Told.Itself(),
                before,
                after,
                List.of(parts));
    }

    private static Inquiry read(String kpi, String query) {
        return Inquiry.read(SNAPSHOT.place(), SNAPSHOT.publication(), kpi, QueryParameters.fromString(query));
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
