package city.luotsi.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    @Test
    void each_part_stands_between_where_the_one_above_ends_and_where_it_ends_itself() {
        Waterfall waterfall = waterfall(10, 50, 20);
        assertThat(waterfall.isCut()).isFalse();
        assertThat(waterfall.bars()).extracting(Bars.Bar::key).containsExactly("", "a", "b", "");
        assertThat(waterfall.bars()).extracting(Bars.Bar::from).containsExactly(0.0, 0.2, 0.4, 0.0);
        assertThat(waterfall.bars()).extracting(Bars.Bar::to).containsExactly(0.2, 1.0, 1.0, 0.4);
    }

    @Test
    void beside_a_large_total_the_bars_are_cut_so_that_parts_can_be_seen() {
        Waterfall waterfall = waterfall(1000, 1040, 1020);
        assertThat(waterfall.isCut()).isTrue();
        // drawn from 990 on
        assertThat(length(waterfall, 0)).isEqualTo(10 / 50.0, within(1e-9));
        assertThat(length(waterfall, 1)).isEqualTo(40 / 50.0, within(1e-9));
    }

    @Test
    void a_sum_that_passes_below_nothing_on_its_way_is_drawn_whole() {
        Waterfall waterfall = waterfall(10, -30, 20);
        assertThat(waterfall.isCut()).isFalse();
        assertThat(length(waterfall, 1)).isEqualTo(40 / 50.0, within(1e-9));
        assertThat(waterfall.bars().getFirst().from()).isEqualTo(30 / 50.0, within(1e-9));
    }

    private static double length(Waterfall waterfall, int index) {
        Bars.Bar bar = waterfall.bars().get(index);
        return bar.to() - bar.from();
    }

    private static Waterfall waterfall(double old, double between, double now) {
        return new Waterfall(List.of(
                new Waterfall.Step("", "Then", 0, old, "", Bars.Tone.TOTAL, ""),
                new Waterfall.Step("a", "A", old, between, "", Bars.Tone.UP, "?a"),
                new Waterfall.Step("b", "B", between, now, "", Bars.Tone.DOWN, "?b"),
                new Waterfall.Step("", "Now", 0, now, "", Bars.Tone.TOTAL, "")));
    }
}
