package city.luotsi.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.luotsi.dashboard.snapshot.SnapshotFixture;
import city.luotsi.dashboard.wording.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class WaterfallTest {
    private static final Words WORDS =
            Words.of(Locale.ENGLISH, SnapshotFixture.helsinkiDemo().publication());

    @Test
    void each_part_stands_between_where_the_one_above_ends_and_where_it_ends_itself() {
        Waterfall waterfall = waterfall(10, 60, 20);
        ObjectNode option = waterfall.option(WORDS);
        assertThat(waterfall.isCut()).isFalse();
        assertThat(option.at("/series/0/data").toString())
                .contains("\"value\":10.0,\"key\":\"a\"")
                .contains("\"value\":20.0,\"key\":\"b\"");
        assertThat(option.at("/series/1/data/1/value").asDouble()).isEqualTo(50);
        assertThat(option.at("/series/1/data/2/value").asDouble()).isEqualTo(40);
        assertThat(option.at("/series/1/data/3/value").asDouble()).isEqualTo(20);
    }

    @Test
    void beside_a_large_total_the_bars_are_cut_so_that_parts_can_be_seen() {
        Waterfall waterfall = waterfall(1000, 1040, 1020);
        assertThat(waterfall.isCut()).isTrue();
        double old = waterfall.option(WORDS).at("/series/1/data/0/value").asDouble();
        double part = waterfall.option(WORDS).at("/series/1/data/1/value").asDouble();
        assertThat(old).isEqualTo(10, within(1e-9));
        assertThat(part).isEqualTo(40);
    }

    @Test
    void a_sum_that_passes_below_nothing_on_its_way_is_drawn_whole() {
        Waterfall waterfall = waterfall(10, -30, 20);
        assertThat(waterfall.isCut()).isFalse();
        assertThat(waterfall.option(WORDS).at("/series/1/data/1/value").asDouble())
                .isEqualTo(40);
        assertThat(waterfall.option(WORDS).at("/series/0/data/0/value").asDouble())
                .isEqualTo(30);
    }

    private static Waterfall waterfall(double old, double between, double now) {
        return new Waterfall(List.of(
                new Waterfall.Bar("", "Then", 0, old, "", "", Waterfall.Tone.TOTAL),
                new Waterfall.Bar("a", "A", old, between, "", "", Waterfall.Tone.UP),
                new Waterfall.Bar("b", "B", between, now, "", "", Waterfall.Tone.DOWN),
                new Waterfall.Bar("", "Now", 0, now, "", "", Waterfall.Tone.TOTAL)));
    }
}
