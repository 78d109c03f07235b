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
}
