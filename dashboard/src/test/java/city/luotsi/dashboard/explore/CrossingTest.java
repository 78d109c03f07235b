package city.luotsi.dashboard.explore;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.FixturePublication;
import city.luotsi.dashboard.Published;
import city.luotsi.dashboard.shell.Notice;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.SnapshotFixture;
import city.luotsi.dashboard.wording.Words;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CrossingTest {

    @Test
    void nobody_takes_the_open_services_of_a_department_for_all_of_it() throws SQLException {
        assertThat(notices(SnapshotFixture.helsinkiDemo())).isEmpty();

        Path data = Published.copy();
        FixturePublication.correct(
                data,
                1,
                "insert into confidential_service select id, parent, 5 from service where parent = 'education' limit 1");
        assertThat(notices(SnapshotFixture.in(data)))
                .singleElement()
                .asString()
                .startsWith("Open services only: confidential ones are not told apart");
    }

    private static List<String> notices(Snapshot snapshot) throws SQLException {
        Exploration exploration = Exploration.read(
                snapshot.place(),
                snapshot.publication(),
                "requests",
                QueryParameters.fromString("period=2026-10&by=department&look=channel"));
        Cuts cuts = new Cuts(snapshot, exploration);
        Crossing crossing = Crossing.of(snapshot, cuts.query(), "department", "channel");
        Words words = Words.of(Locale.ENGLISH, snapshot.publication());
        return new CrossingSection(crossing, "department", "channel", cuts, words)
                .getChildren()
                .filter(Notice.class::isInstance)
                .map(notice -> ((Paragraph) notice).getText())
                .toList();
    }
}
