package city.luotsi.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.SnapshotFixture;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureBarsTest {
    private static final Snapshot SNAPSHOT = SnapshotFixture.helsinkiDemo();
    private static final Period MONTH = Period.month(2026, 9);

    @Test
    void bars_are_named_and_written_in_the_readers_language_and_lead_to_their_member() {
        assertThat(bars("fi").getFirst())
                .isEqualTo(new Bars.Bar(
                        "department/education",
                        "Kasvatuksen ja koulutuksen toimiala",
                        0,
                        1,
                        "71,4\u00a0%",
                        "71,4\u00a0%",
                        Bars.Tone.PLAIN,
                        "?department=education"));
        assertThat(bars("fi").getLast().name()).isEqualTo("Ei tiedossa");
    }

    @Test
    void a_click_tells_the_member_unless_it_was_on_bars_of_another_dimension() {
        String key = bars("en").getFirst().key();
        assertThat(FigureBars.member("department", key)).contains("education");
        assertThat(FigureBars.member("service", key)).isEmpty();
    }

    @Test
    void the_longest_takes_all_the_room_and_the_others_their_part_of_it() {
        assertThat(bars("en")).extracting(Bars.Bar::to).containsExactly(1.0, 0.5, 0.0);
    }

    @Test
    void a_bar_without_a_figure_says_why() {
        assertThat(bars("en").getLast().text()).isEqualTo("nothing to count in this period");
    }

    private static List<Bars.Bar> bars(String language) {
        KpiSeries series = new KpiSeries(
                SNAPSHOT.publication().catalogue().kpi("digital_take_up"),
                KpiQuery.of("digital_take_up", MONTH),
                MONTH,
                List.of(
                        new KpiSeries.Point(MONTH, "education", new Figure.Known(0.714, Optional.empty(), 1)),
                        new KpiSeries.Point(MONTH, "social", new Figure.Known(0.357, Optional.empty(), 1)),
                        new KpiSeries.Point(MONTH, "unknown", new Figure.NotApplicable())),
                new Grain("service_step", GrainKind.CELL, false, true, List.of("service", "channel")),
                Optional.empty());
        return FigureBars.of(
                series,
                "department",
                Words.of(Locale.of(language), SNAPSHOT.publication()),
                member -> "?department=" + member);
    }
}
