package city.luotsi.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlinesTest {

    @Test
    void the_north_is_above_and_a_degree_is_as_wide_as_on_the_ground() {
        Outlines outlines = Outlines.of(List.of("POLYGON ((24 60, 26 60, 26 61, 24 61, 24 60))"));
        // at 60 degrees one of longitude is half as wide as one of latitude is high
        assertThat(outlines.height()).isCloseTo(680, within(1e-6));
        assertThat(outlines.width()).isCloseTo(680 * 2 * Math.cos(Math.toRadians(60.5)), within(1e-6));
        assertThat(outlines.areas().getFirst().path())
                .startsWith("M0.0 680.0L669.7 680.0L669.7 0.0")
                .endsWith("Z");
    }

    @Test
    void a_figure_stands_in_the_middle_of_the_largest_part() {
        Outlines outlines = Outlines.of(
                List.of(
                        "POLYGON ((0 0, 10 0, 10 0.001, 0 0.001, 0 0))",
                        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((4 0, 10 0, 10 4, 4 4, 4 0), (5 1, 6 1, 6 2, 5 2, 5 1)))"));
        Outlines.Area two = outlines.areas().getLast();
        assertThat(two.middle().x()).isCloseTo(0.7 * outlines.width(), within(1e-6));
        assertThat(two.middle().y()).isCloseTo(outlines.height() / 2, within(1e-6));
        assertThat(two.wide()).isCloseTo(0.6 * outlines.width(), within(1e-6));
        assertThat(two.path().chars().filter(letter -> letter == 'Z').count()).isEqualTo(3);
    }
}
