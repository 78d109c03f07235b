package city.luotsi.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShadesTest {

    @Test
    void the_lowest_is_lightest_the_highest_darkest_and_steps_are_of_one_size() {
        Shades shades = Shades.of(List.of(10.0, 60.0, 35.0));
        assertThat(shades.step(10)).isEqualTo(1);
        assertThat(shades.step(19.9)).isEqualTo(1);
        assertThat(shades.step(20)).isEqualTo(2);
        assertThat(shades.step(60)).isEqualTo(5);
        assertThat(shades.steps()).hasSize(5).last().isEqualTo(new Shades.Step(5, 50, 60));
    }

    @Test
    void where_all_are_the_same_nothing_looks_like_more() {
        assertThat(Shades.of(List.of(7.0, 7.0)).steps()).containsExactly(new Shades.Step(3, 7, 7));
    }

    @Test
    void beside_one_that_is_far_larger_the_others_are_told_apart_by_how_many_there_are() {
        Shades shades = Shades.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 4500.0));
        assertThat(shades.steps())
                .containsExactly(
                        new Shades.Step(1, 1, 3),
                        new Shades.Step(2, 3, 5),
                        new Shades.Step(3, 5, 7),
                        new Shades.Step(4, 7, 9),
                        new Shades.Step(5, 9, 4500));
        assertThat(shades.step(2)).isEqualTo(1);
        assertThat(shades.step(3)).isEqualTo(2);
        assertThat(shades.step(4500)).isEqualTo(5);
    }

    @Test
    void where_most_are_none_the_rest_shares_the_darker_shades() {
        Shades shades = Shades.of(List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0, 10.0, 90.0));
        assertThat(shades.steps())
                .containsExactly(
                        new Shades.Step(1, 0, 5),
                        new Shades.Step(2, 5, 10),
                        new Shades.Step(4, 10, 90),
                        new Shades.Step(5, 90, 90));
        assertThat(Shades.of(List.of(0.0, 0.0, 0.0, 0.0, 90.0)).steps())
                .as("the only one that isn't nought is darkest")
                .containsExactly(new Shades.Step(1, 0, 90), new Shades.Step(5, 90, 90));
    }

    @Test
    void where_most_are_at_the_top_the_others_are_told_apart_from_each_other() {
        Shades shades = Shades.of(List.of(0.2, 0.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0));
        assertThat(List.of(shades.step(0.2), shades.step(0.5), shades.step(1)))
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
