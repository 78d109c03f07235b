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
import city.luotsi.figures.query.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureLinesTest {
    private static final Snapshot SNAPSHOT = SnapshotFixture.helsinkiDemo();
    private static final Words ENGLISH = Words.of(Locale.ENGLISH, SNAPSHOT.publication());
    private static final Words FINNISH = Words.of(Locale.of("fi"), SNAPSHOT.publication());
    private static final String SHARE = "digital_take_up";
    private static final String COUNT = "requests";
    private static final String WAIT = "waiting_time_median";
    private static final double UNKNOWN = Double.NaN;

    @Test
    void a_column_says_where_it_leads_and_a_line_what_it_was_then() {
        LinePlot plot = plot(months(SHARE, 0.714, UNKNOWN));
        assertThat(plot.columns()).extracting(LinePlot.Column::key).containsExactly("2025-01", "2025-02");
        assertThat(plot.lines().getFirst().told())
                .containsExactly(
                        new LinePlot.Told("January 2025", "71.4%"),
                        new LinePlot.Told("February 2025", "not yet known"));
    }

    @Test
    void what_is_not_known_is_a_gap_and_never_zero() {
        LinePlot plot = plot(months(COUNT, UNKNOWN, 4, 8, UNKNOWN, 2, UNKNOWN));
        assertThat(plot.lines().getFirst().runs())
                .containsExactly(new LinePlot.Run(1, List.of(0.5, 1.0)), new LinePlot.Run(4, List.of(0.25)));
    }

    @ParameterizedTest
    @CsvSource({
        "requests,             0 730 121,          0 200 400 600 800",
        "requests,             3 2 3,              0 1 2 3",
        "requests,             0 0 0,              0 1",
        "requests,             900000 2300000 800, 0.0 0.5 1.0 1.5 2.0 2.5",
        "requests,             -40 120 60,         -50 0 50 100 150",
        "digital_take_up,      0.61 0.68 0.7,      60% 62% 64% 66% 68% 70%",
        "digital_take_up,      0.02 0.9 1,         0% 20% 40% 60% 80% 100%",
        "digital_take_up,      0.714 0.715 0.714,  68% 69% 70% 71% 72% 73% 74%",
        "digital_take_up,      0.997 1 1,          95% 96% 97% 98% 99% 100%",
        "digital_take_up,      0 0 0,              0% 1% 2% 3% 4% 5%",
        "waiting_time_median,  3 14.2 7,           0 5 10 15",
        "cost_per_transaction, 0.4 1.2 0.9,        €0.00 €0.50 €1.00 €1.50"
    })
    void numbers_beside_the_axis_are_round_and_all_points_lie_between_them(String kpi, String figures, String numbers) {
        double[] values =
                Stream.of(figures.split(" ")).mapToDouble(Double::parseDouble).toArray();
        LinePlot plot = plot(months(kpi, values));
        assertThat(plot.levels().stream().map(LinePlot.Level::text)).containsExactly(numbers.split(" "));
        assertThat(plot.levels().getFirst().at()).isZero();
        assertThat(plot.levels().getLast().at()).isOne();
        assertThat(plot.lines().getFirst().runs())
                .singleElement()
                .satisfies(run -> assertThat(run.heights()).hasSize(3).allMatch(height -> height >= 0 && height <= 1));
    }

    @Test
    void numbers_are_the_readers() {
        assertThat(FigureLines.of(months(SHARE, 0.61, 0.63), List.of(), FINNISH, Optional.empty())
                        .levels())
                .extracting(LinePlot.Level::text)
                .first()
                .isEqualTo("59\u00a0%");
        assertThat(FigureLines.of(months(COUNT, 12_000, 9_000), List.of(), FINNISH, Optional.empty())
                        .levels())
                .extracting(LinePlot.Level::text)
                .last()
                .isEqualTo("15\u00a0000");
        LinePlot millions = FigureLines.of(months(COUNT, 1_900_000, 9_000), List.of(), FINNISH, Optional.empty());
        assertThat(millions.unit()).isEqualTo("miljoonaa");
        assertThat(millions.levels()).extracting(LinePlot.Level::text).contains("0,5");
    }

    @Test
    void short_waits_are_drawn_in_hours() {
        LinePlot plot = plot(months(WAIT, 0.5));
        assertThat(plot.unit()).isEqualTo("hours");
        assertThat(plot.levels().getLast().text()).isEqualTo("15");
        assertThat(plot.lines().getFirst().runs()).containsExactly(new LinePlot.Run(0, List.of(0.8)));
        assertThat(plot.lines().getFirst().told())
                .extracting(LinePlot.Told::text)
                .containsExactly("12 hours");
    }

    @Test
    void a_target_outside_of_the_figures_stays_in_sight_and_its_text_beside_the_line() {
        LinePlot higher = aimed(months(SHARE, 0.6, 0.61), 0.85);
        assertThat(higher.aim()).hasValueSatisfying(aim -> {
            assertThat(aim.at()).isBetween(0.5, 1.0);
            assertThat(aim.text()).isEqualTo("Target");
        });
        assertThat(aimed(months(COUNT, 10, 12), 14).aim()).contains(new LinePlot.Aim(0.9333, "Target", false));
        assertThat(aimed(months(COUNT, 10, 13), 11).aim()).contains(new LinePlot.Aim(0.7333, "Target", true));
        assertThat(aimed(months(COUNT, 13, 10), 11).aim()).contains(new LinePlot.Aim(0.7333, "Target", false));
        assertThat(aimed(months(COUNT, 13, 10), 0).aim()).contains(new LinePlot.Aim(0, "Target", true));
    }

    @Test
    void lines_beside_it_share_its_axis_and_tell_whose_they_are() {
        LinePlot plot = FigureLines.of(
                months(COUNT, 10, 12),
                List.of(new FigureLines.Named("Whole city", months(COUNT, 90, UNKNOWN))),
                ENGLISH,
                Optional.empty());
        assertThat(plot.levels().getLast().text()).isEqualTo("100");
        assertThat(plot.lines().getLast().runs()).containsExactly(new LinePlot.Run(0, List.of(0.9)));
        assertThat(plot.lines().getLast().told())
                .first()
                .isEqualTo(new LinePlot.Told("Whole city · January 2025", "90"));
    }

    @Test
    void only_amounts_are_filled_and_only_few_points_are_marked() {
        assertThat(plot(months(COUNT, 1, 2)).lines())
                .extracting(LinePlot.Line::filled)
                .containsExactly(true);
        assertThat(plot(months(SHARE, 0.1, 0.2)).lines())
                .extracting(LinePlot.Line::filled)
                .containsExactly(false);
        assertThat(plot(days(39)).lines()).extracting(LinePlot.Line::dotted).containsExactly(true);
        assertThat(plot(days(40)).lines()).extracting(LinePlot.Line::dotted).containsExactly(false);
    }

    @Test
    void names_below_stand_at_even_distances_the_latest_always_and_the_less_room_the_fewer() {
        LinePlot plot =
                plot(months(COUNT, IntStream.range(0, 25).asDoubleStream().toArray()));
        assertThat(plot.letters()).isEqualTo("Sept 2025".length());
        assertThat(named(plot, 24)).hasSize(25);
        assertThat(named(plot, 23)).containsExactly(0, 3, 6, 9, 12, 15, 18, 21, 24);
        assertThat(named(plot, 4)).containsExactly(0, 6, 12, 18, 24);
        assertThat(named(plot, 3)).containsExactly(0, 12, 24);
        assertThat(named(plot, 1)).containsExactly(0, 24);
        assertThat(named(plot, 0.6)).containsExactly(24);
    }

    @Test
    void days_are_named_by_the_week_since_no_screen_has_room_for_all() {
        LinePlot plot = plot(days(92));
        assertThat(named(plot, 1000)).containsExactly(0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 91);
        assertThat(named(plot, 4)).containsExactly(7, 35, 63, 91);
    }

    @Test
    void what_was_noted_stands_at_its_month_and_beside_what_is_near() {
        KpiSeries year = months(COUNT, IntStream.range(0, 12).asDoubleStream().toArray());
        List<LocalDate> days = List.of(
                LocalDate.of(2025, 12, 1),
                LocalDate.of(2025, 2, 9),
                LocalDate.of(2025, 2, 3),
                LocalDate.of(2025, 4, 1),
                LocalDate.of(2024, 4, 1));
        assertThat(Marks.of(year, days, ENGLISH.dates()::day))
                .containsExactly(
                        new LinePlot.Mark(1, "⚑ 3 Feb 2025, 9 Feb 2025", 0),
                        new LinePlot.Mark(3, "⚑ 1 Apr 2025", 1),
                        new LinePlot.Mark(11, "⚑ 1 Dec 2025", 0));
    }

    /** Which columns are named where so many names fit side by side. */
    private static List<Integer> named(LinePlot plot, double slots) {
        return IntStream.range(0, plot.columns().size())
                .filter(i -> !plot.columns().get(i).tick().isEmpty()
                        && plot.columns().get(i).slots() <= slots)
                .boxed()
                .toList();
    }

    private static LinePlot plot(KpiSeries series) {
        return FigureLines.of(series, List.of(), ENGLISH, Optional.empty());
    }

    private static LinePlot aimed(KpiSeries series, double aim) {
        return FigureLines.of(series, List.of(), ENGLISH, Optional.of(new FigureLines.Aim(aim, "Target")));
    }

    private static KpiSeries months(String kpi, double... values) {
        return series(
                kpi,
                Step.MONTH,
                IntStream.range(0, values.length)
                        .mapToObj(i ->
                                point(Period.monthOf(LocalDate.of(2025, 1, 1).plusMonths(i)), values[i]))
                        .toList());
    }

    private static KpiSeries days(int count) {
        return series(
                COUNT,
                Step.DAY,
                LocalDate.of(2026, 8, 1)
                        .datesUntil(LocalDate.of(2026, 8, 1).plusDays(count))
                        .map(day -> point(new Period(day, day), 1))
                        .toList());
    }

    private static KpiSeries.Point point(Period period, double value) {
        return new KpiSeries.Point(
                period,
                "",
                Double.isNaN(value) ? new Figure.NotYetKnown() : new Figure.Known(value, Optional.empty(), 1));
    }

    private static KpiSeries series(String kpi, Step step, List<KpiSeries.Point> points) {
        Period all = new Period(
                points.getFirst().period().from(), points.getLast().period().to());
        return new KpiSeries(
                SNAPSHOT.publication().catalogue().kpi(kpi),
                KpiQuery.of(kpi, all).step(step),
                all,
                points,
                new Grain("service_step", GrainKind.CELL, false, true, List.of("service", "channel")),
                Optional.empty());
    }
}
