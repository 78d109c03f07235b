package city.luotsi.dashboard.passport;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.FixturePublication;
import city.luotsi.dashboard.Published;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.SnapshotFixture;
import city.luotsi.dashboard.snapshot.Snapshots;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Period;
import com.vaadin.flow.router.QueryParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassportTest {
    private static final String QUERY = "period=2026-05&department=education&channel=web&by=service";

    @Test
    void an_address_names_one_number_and_what_it_says_in_vain_is_told() {
        Snapshot snapshot = SnapshotFixture.helsinkiDemo();
        Asked asked = Asked.read(
                snapshot.publication(), "digital_take_up", QueryParameters.fromString(QUERY + "&channel=pigeon"));
        assertThat(asked.query().period()).isEqualTo(Period.month(2026, 5));
        assertThat(asked.query().filters())
                .isEqualTo(Map.of("department", Set.of("education"), "channel", Set.of("web")));
        assertThat(asked.notUnderstood()).containsExactly("pigeon");
        assertThat(asked.link("helsinki-demo@1"))
                .startsWith("helsinki-demo@1/passport/digital_take_up?period=2026-05")
                .contains("department=education", "channel=web");
    }

    @Test
    void the_sql_of_a_number_gives_the_number_when_it_is_run_on_the_published_file() throws SQLException {
        Path data = Published.copy();
        Snapshot snapshot = SnapshotFixture.in(data);
        Asked asked = Asked.read(snapshot.publication(), "digital_take_up", QueryParameters.fromString(QUERY));
        String sql = snapshot.provenance(snapshot.answer(asked.query())).sql();
        Figure.Known known = (Figure.Known) snapshot.answer(asked.query()).only();
        Path file = Published.copy().resolve("helsinki-demo/publications/made-up-1.duckdb");
        try (Connection auditor = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = auditor.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            assertThat(row.getDouble("numerator"))
                    .isEqualTo(known.parts().orElseThrow().numerator());
            assertThat(row.getDouble("denominator"))
                    .isEqualTo(known.parts().orElseThrow().denominator());
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void what_another_publication_says_differently_is_told_and_what_it_can_not_know_is_no_difference()
            throws IOException, SQLException {
        Path data = Published.copy();
        publishAgain(data, 2);
        FixturePublication.correct(data, 2, """
                update service_step_by_month_service set requests_value = requests_value + 1
                where rowid = (select min(rowid) from service_step_by_month_service
                    where month = '2026-05-01' and requests_value > 0)""");
        publishAgain(data, 3);
        FixturePublication.correct(data, 3, "update publication set complete_through = '2026-05-20'");
        Snapshots snapshots = SnapshotFixture.snapshots(data);
        Snapshot first = snapshots.asPublished("helsinki-demo@1").orElseThrow();
        Asked may = Asked.read(first.publication(), "requests", QueryParameters.fromString("period=2026-05"));
        Passport passport = Passport.of(snapshots, first, may.query());
        assertThat(passport.retold())
                .extracting(other -> other.publication().number())
                .containsExactly(3L, 2L, 1L);
        assertThat(passport.restated()).isEqualTo(1);
        assertThat(passport.retold().getFirst().figure()).isEmpty();

        Asked april = Asked.read(first.publication(), "requests", QueryParameters.fromString("period=2026-04"));
        assertThat(Passport.of(snapshots, first, april.query()).restated()).isZero();
    }

    /** The same file under another number. */
    private static void publishAgain(Path data, long number) throws IOException {
        Path folder = data.resolve("helsinki-demo/publications");
        String file = "made-up-%d.duckdb".formatted(number);
        Files.copy(folder.resolve("made-up-1.duckdb"), folder.resolve(file));
        String said = Files.readString(folder.resolve("1.json")).replace("made-up-1.duckdb", file);
        Files.writeString(folder.resolve(number + ".json"), said);
    }
}
