package city.luotsi.dashboard.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Kpi;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Catalogue CATALOGUE = Catalogue.of(Definitions.builtIn());
    private static final Kpi SHARE = CATALOGUE.kpi("digital_take_up");
    private static final Kpi WAIT = CATALOGUE.kpi("waiting_time_median");
    private static final Kpi COUNT = CATALOGUE.kpi("requests");

    @Test
    void a_share_changes_by_percentage_points() {
        Change change = Change.of(SHARE, 0.714, 0.702).orElseThrow();
        assertThat(change.points()).isTrue();
        assertThat(change.by()).isEqualTo(0.012, within(1e-9));
        assertThat(change.tone()).isEqualTo(Change.Tone.GOOD);
    }

    @Test
    void a_wait_that_grows_is_bad_news() {
        Change change = Change.of(WAIT, 6, 4).orElseThrow();
        assertThat(change.by()).isEqualTo(0.5);
        assertThat(change.direction()).isEqualTo(Change.Direction.UP);
        assertThat(change.tone()).isEqualTo(Change.Tone.BAD);
    }

    @Test
    void more_requests_are_neither_good_nor_bad() {
        assertThat(Change.of(COUNT, 120, 100).orElseThrow().tone()).isEqualTo(Change.Tone.NEUTRAL);
    }

    @Test
    void what_would_read_as_nothing_is_no_change() {
        assertThat(Change.of(SHARE, 0.7004, 0.7).orElseThrow().direction()).isEqualTo(Change.Direction.SAME);
    }

    @Test
    void nothing_can_be_told_as_a_part_of_zero() {
        assertThat(Change.of(COUNT, 5, 0)).isEmpty();
        assertThat(Change.of(COUNT, 0, 0).orElseThrow().direction()).isEqualTo(Change.Direction.SAME);
    }
}
