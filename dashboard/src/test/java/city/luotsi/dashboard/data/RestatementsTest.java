package city.luotsi.dashboard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import city.luotsi.dashboard.FixturePublication;
import city.luotsi.dashboard.Published;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.SnapshotFixture;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RestatementsTest {

    @Test
    void a_publication_differs_in_nothing_from_itself() throws SQLException {
        Snapshot one = SnapshotFixture.helsinkiDemo();
        Restatements none = Restatements.between(one, one);
        assertThat(none.restated()).isEmpty();
        assertThat(none.months()).isEqualTo(24);
        assertThat(none.compared())
                .isGreaterThan(10 * one.publication().catalogue().kpis().size());
        assertThat(Restatements.definitions(one.publication(), one.publication()))
                .isEmpty();
    }

    @Test
    void what_was_corrected_since_is_found_with_both_numbers() throws SQLException {
        Path data = Published.copy();
        FixturePublication.correct(data, 1, """
                update service_step_by_month_service set requests_value = requests_value + 1
                where rowid = (select min(rowid) from service_step_by_month_service
                    where month = '2026-05-01' and requests_value > 0)""");
        Restatements restated = Restatements.between(SnapshotFixture.helsinkiDemo(), SnapshotFixture.in(data));
        assertThat(restated.restated()).singleElement().satisfies(one -> {
            assertThat(one.kpi().name()).isEqualTo("requests");
            assertThat(one.month()).isEqualTo(LocalDate.of(2026, 5, 1));
            assertThat(one.now().number().orElseThrow() - one.before().number().orElseThrow())
                    .isEqualTo(1);
        });
    }

    @Test
    void what_is_defined_anew_is_told() {
        Path data = Published.copy();
        FixturePublication.correct(
                data,
                1,
                "update kpi set file = replace(file, '''requested''', '''ended''') where kpi = 'requests'",
                "delete from kpi where kpi = 'satisfied'",
                "delete from measure where kpi = 'satisfied'");
        assertThat(Restatements.definitions(
                        SnapshotFixture.helsinkiDemo().publication(),
                        SnapshotFixture.in(data).publication()))
                .containsOnly(
                        entry("requests", Restatements.Definition.CHANGED),
                        entry("satisfied", Restatements.Definition.REMOVED));
    }
}
