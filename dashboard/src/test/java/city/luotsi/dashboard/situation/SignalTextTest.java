package city.luotsi.dashboard.situation;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.SnapshotFixture;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.insight.Against;
import city.luotsi.figures.insight.Signal;
import city.luotsi.figures.insight.SignalState;
import city.luotsi.figures.insight.Slice;
import city.luotsi.figures.query.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalTextTest {
    private static final Snapshot SNAPSHOT = SnapshotFixture.helsinkiDemo();
    private static final Words WORDS = Words.of(Locale.ENGLISH, SNAPSHOT.publication());

    @Test
    void why_is_asked_of_the_service_so_that_a_station_is_seen_beside_all_others() {
        SignalText station = text(slice("social_health_rescue", "health_station_appointment", Optional.of("601")), 10);
        assertThat(station.link()).contains("&district=601");
        assertThat(station.passport()).contains("&district=601");
        assertThat(station.why())
                .isEqualTo(
                        "helsinki-demo/kpi/open_cases/why?period=2026-10&service=health_station_appointment&by=district");
    }

    @Test
    void why_is_asked_of_the_department_so_that_a_service_is_seen_beside_the_others() {
        SignalText permits = text(slice("urban_environment", "resident_parking_permit", Optional.empty()), 11);
        assertThat(permits.why())
                .isEqualTo("helsinki-demo/kpi/open_cases/why?period=2026-11-01..2026-11-23"
                        + "&department=urban_environment&by=service");
    }

    @Test
    void why_is_asked_of_the_city_so_that_a_department_is_seen_beside_the_others() {
        Slice education = new Slice(Optional.of("education"), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(text(education, 10).why())
                .isEqualTo("helsinki-demo/kpi/open_cases/why?period=2026-10&by=department");
    }

    @Test
    void nothing_is_wider_than_the_city() {
        Slice city = new Slice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(text(city, 10).why()).isEqualTo("helsinki-demo/kpi/open_cases/why?period=2026-10");
    }

    @Test
    void a_target_that_was_crossed_is_told_as_missed_or_met_with_what_it_is_about() {
        SignalText missed = ofTarget(0.78, false);
        assertThat(missed.kind()).isEqualTo(SignalText.Kind.NEEDS);
        assertThat(missed.headline())
                .isEqualTo("Education Division: due dates kept 78.0%, no longer meets the target 85%");
        assertThat(missed.details()).contains("about 900 cases concerned", "judged by whole months");
        SignalText met = ofTarget(0.91, true);
        assertThat(met.kind()).isEqualTo(SignalText.Kind.BETTER);
        assertThat(met.headline()).endsWith("91.0%, now meets the target 85%");
    }

    private static SignalText ofTarget(double observed, boolean up) {
        Signal signal = new Signal(
                "due_kept.education.target",
                "due_kept",
                new Slice(Optional.of("education"), Optional.empty(), Optional.empty(), Optional.empty()),
                Against.TARGET,
                Step.MONTH,
                up,
                SignalState.NEW,
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 10, 31),
                observed,
                0.85,
                900,
                900 * (observed - 0.85),
                up ? 5 : -5,
                0.9999,
                1,
                60,
                Instant.EPOCH,
                "due_kept.education.target");
        return new SignalText(signal, SNAPSHOT, WORDS);
    }

    private static Slice slice(String department, String service, Optional<String> district) {
        return new Slice(Optional.of(department), Optional.of(service), district, Optional.empty());
    }

    @Test
    void how_sure_it_is_is_told_in_words() {
        Slice city = new Slice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(text(city, 10, 0.9999).details()).contains("certainty very high");
        assertThat(text(city, 10, 0.95).details()).contains("certainty high");
        assertThat(text(city, 10, 0.85).details()).contains("certainty fair");
    }

    private static SignalText text(Slice slice, int month) {
        return text(slice, month, 0.9999);
    }

    private static SignalText text(Slice slice, int month, double certainty) {
        LocalDate since = LocalDate.of(2026, month, 1);
        LocalDate through = month == 10 ? LocalDate.of(2026, 10, 31) : LocalDate.of(2026, 11, 23);
        Signal signal = new Signal(
                "1",
                "open_cases",
                slice,
                Against.PATTERN,
                Step.WEEK,
                true,
                SignalState.NEW,
                since,
                through,
                40,
                20,
                100,
                20,
                7,
                certainty,
                1,
                20,
                Instant.EPOCH,
                "1");
        return new SignalText(signal, SNAPSHOT, WORDS);
    }
}
