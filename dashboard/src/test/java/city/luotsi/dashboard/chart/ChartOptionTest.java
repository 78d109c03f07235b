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
import tools.jackson.databind.node.ObjectNode;

class ChartOptionTest {
    private static final Snapshot SNAPSHOT = SnapshotFixture.helsinkiDemo();
    private static final Words ENGLISH = Words.of(Locale.ENGLISH, SNAPSHOT.publication());

    @Test
    void a_point_carries_its_value_its_words_and_where_it_leads() {
        ObjectNode option = ChartOption.line(shares(), ENGLISH, Optional.empty());
        assertThat(option.at("/series/0/data/0").toString())
                .isEqualTo("{\"value\":0.714,\"key\":\"2026-09\",\"title\":\"September 2026\",\"text\":\"71.4%\"}");
    }

    @Test
    void a_month_that_is_not_known_is_a_gap_and_never_zero() {
        ObjectNode option = ChartOption.line(shares(), ENGLISH, Optional.empty());
        assertThat(option.at("/series/0/data/1/value").asString()).isEqualTo("-");
        assertThat(option.at("/series/0/data/1/text").asString()).isEqualTo("not yet known");
    }

    @Test
    void a_target_above_the_line_stays_in_sight() {
        ObjectNode option = ChartOption.line(shares(), ENGLISH, Optional.of(new ChartOption.Aim(0.75, "Target 75%")));
        assertThat(option.at("/series/0/markLine/data/0/yAxis").asDouble()).isEqualTo(0.75);
        assertThat(option.at("/yAxis/max").asDouble()).isBetween(0.75, 1.0);
    }

    @Test
    void short_waits_are_drawn_in_hours() {
        ObjectNode option = ChartOption.line(waits(), ENGLISH, Optional.empty());
        assertThat(option.at("/yAxis/name").asString()).isEqualTo("hours");
        assertThat(option.at("/series/0/data/0/value").asDouble()).isEqualTo(12);
        assertThat(option.at("/series/0/data/0/text").asString()).isEqualTo("12 hours");
    }

    private static KpiSeries waits() {
        return series(
                "waiting_time_median",
                new KpiSeries.Point(Period.month(2026, 9), "", new Figure.Known(0.5, Optional.empty(), 1)));
    }

    private static KpiSeries shares() {
        return series(
                "digital_take_up",
                new KpiSeries.Point(Period.month(2026, 9), "", new Figure.Known(0.714, Optional.empty(), 1)),
                new KpiSeries.Point(Period.month(2026, 10), "", new Figure.NotYetKnown()));
    }

    private static KpiSeries series(String kpi, KpiSeries.Point... points) {
        return new KpiSeries(
                SNAPSHOT.publication().catalogue().kpi(kpi),
                KpiQuery.of(kpi, Period.month(2026, 9)),
                Period.month(2026, 9),
                List.of(points),
                new Grain("service_step", GrainKind.CELL, false, true, List.of("service", "channel")),
                Optional.empty());
    }
}
