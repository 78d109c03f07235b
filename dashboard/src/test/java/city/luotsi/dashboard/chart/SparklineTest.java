package city.luotsi.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void a_month_that_is_not_known_leaves_a_gap() {
        String svg = Sparkline.svg(List.of(known(1), known(2), OptionalDouble.empty(), known(3), known(4)));
        assertThat(svg).contains("d=\"M5.0 43.0 L62.5 30.3 M177.5 17.7 L235.0 5.0\"");
    }

    @Test
    void the_last_known_month_has_a_dot() {
        assertThat(Sparkline.svg(List.of(known(1), known(3)))).contains("<path class=\"dot\" d=\"M235.0 5.0 h0\"/>");
    }

    @Test
    void a_figure_that_never_changes_lies_in_the_middle() {
        assertThat(Sparkline.svg(List.of(known(7), known(7)))).contains("M5.0 24.0 L235.0 24.0");
    }

    private static OptionalDouble known(double value) {
        return OptionalDouble.of(value);
    }
}
