package city.luotsi.dashboard.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.SnapshotFixture;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Refusal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Snapshot SNAPSHOT = SnapshotFixture.helsinkiDemo();

    @Test
    void a_full_month_is_compared_with_the_month_before_and_the_same_month_a_year_ago() throws SQLException {
        Standing standing = Standing.of(SNAPSHOT, KpiQuery.of("requests", Period.month(2026, 10)));
        assertThat(standing.previous().period()).isEqualTo(Period.month(2026, 9));
        assertThat(standing.yearAgo().period()).isEqualTo(Period.month(2025, 10));
        assertThat(standing.unfinished()).isFalse();
    }

    @Test
    void an_unfinished_month_is_compared_with_equally_many_days() throws SQLException {
        Standing standing = Standing.of(SNAPSHOT, KpiQuery.of("requests", Period.month(2026, 11)));
        assertThat(standing.now().period()).isEqualTo(days("2026-11-01", "2026-11-23"));
        assertThat(standing.previous().period()).isEqualTo(days("2026-10-01", "2026-10-23"));
        assertThat(standing.yearAgo().period()).isEqualTo(days("2025-11-01", "2025-11-23"));
        assertThat(text(standing).unfinished())
                .contains("Not over yet: through 23 Nov 2026, compared with equally many days");
    }

    @Test
    void where_equally_many_days_are_not_published_it_says_so() throws SQLException {
        Standing standing = Standing.of(SNAPSHOT, KpiQuery.of("waiting_time_median", Period.month(2026, 11)));
        assertThat(standing.previous()).isInstanceOf(Answer.Refused.class);
        assertThat(text(standing).changes().getFirst().amount())
                .isEqualTo("no comparison (published by whole months only)");
    }

    @Test
    void what_began_before_the_data_did_is_no_measure() throws SQLException {
        LocalDate first = SNAPSHOT.publication().data().from();
        Period month = Period.monthOf(first);
        assertThat(first).isEqualTo(month.from());
        Standing standing =
                Standing.of(SNAPSHOT, KpiQuery.of("requests", new Period(first.plusDays(3), first.plusDays(9))));
        assertThat(standing.previous()).isInstanceOf(Answer.Refused.class);
        assertThat(text(standing).changes().getFirst().sentence())
                .isEqualTo("nothing earlier to compare with: the data begins on 1 Jun 2024");
        Standing later = Standing.of(SNAPSHOT, KpiQuery.of("requests", Period.month(2025, 5)));
        assertThat(text(later).changes().getLast().sentence())
                .isEqualTo("no comparison with May 2024: the data begins on 1 Jun 2024");
    }

    @Test
    void a_period_that_can_not_be_answered_says_why() throws SQLException {
        Standing standing = Standing.of(SNAPSHOT, KpiQuery.of("waiting_time_median", days("2026-10-27", "2026-11-23")));
        assertThat(standing.now())
                .isEqualTo(new Answer.Refused(days("2026-10-27", "2026-11-23"), new Refusal.WholeMonthsOnly()));
        assertThat(text(standing).reason()).isEqualTo("published by whole months only");
        assertThat(text(standing).quantity()).isEmpty();
    }

    @Test
    void the_target_is_the_departments_own_where_one_department_is_looked_at() throws SQLException {
        KpiQuery city = KpiQuery.of("digital_take_up", Period.month(2026, 10));
        assertThat(Standing.of(SNAPSHOT, city).target().orElseThrow().department())
                .isEmpty();
        KpiQuery education = city.where("department", Set.of("education"));
        assertThat(Standing.of(SNAPSHOT, education).target().orElseThrow().department())
                .contains("education");
        KpiQuery service = education.where("service", Set.of("day_care"));
        assertThat(Standing.of(SNAPSHOT, service).target()).isEmpty();
        assertThat(text(Standing.of(SNAPSHOT, service)).target()).isEqualTo("No target set");
    }

    @Test
    void a_year_is_compared_once() throws SQLException {
        Standing standing = Standing.of(SNAPSHOT, KpiQuery.of("requests", days("2026-01-01", "2026-12-31")));
        assertThat(standing.previousIsYearAgo()).isTrue();
        assertThat(text(standing).changes()).hasSize(1);
    }

    private static StandingText text(Standing standing) {
        return new StandingText(standing, Words.of(Locale.ENGLISH, SNAPSHOT.publication()));
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
