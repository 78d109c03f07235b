package city.luotsi.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void the_median_and_the_p95_are_values_that_were_measured() {
        Sample sample = hundred(Bar.NONE);
        assertThat(sample.median()).isEqualTo(50);
        assertThat(sample.p95()).isEqualTo(95);
    }

    @Test
    void a_bar_is_met_where_neither_of_its_two_is_exceeded() {
        assertThat(hundred(Bar.NONE).met()).isTrue();
        assertThat(hundred(Bar.median(50).and(Bar.p95(95))).met()).isTrue();
        assertThat(hundred(Bar.median(50).and(Bar.p95(94))).met()).isFalse();
        assertThat(hundred(Bar.median(49)).met()).isFalse();
    }

    @Test
    void what_was_never_measured_is_no_sample() {
        assertThatThrownBy(() -> new Sample("click", "ms", List.of(), Bar.NONE))
                .hasMessage("'click' was never measured");
    }

    private static Sample hundred(Bar bar) {
        return new Sample(
                "click",
                "ms",
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList(),
                bar);
    }
}
