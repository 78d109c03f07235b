package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.query.Figure;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.verify.Link;
import city.luotsi.jobs.verify.Verdict;
import city.luotsi.jobs.verify.Verification;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor counts a figure again from the events, also when two publications have followed. */
class VerificationTest {
    @TempDir
    private static Path data = Path.of("");

    private static PublishedCity city = new PublishedCity(data, "helsinki");

    @BeforeAll
    static void publishThreeTimes() throws Exception {
        assertEquals(1, EdgeCaseCity.published().number());
        city = EdgeCaseCity.copy(data);
        for (int more = 2; more <= 3; more++) {
            SharedSpark.session()
                    .sql("delete from delta.`%s` where abs(xxhash64(event_id, %d)) %% 10 = 0"
                            .formatted(city.lake(), more));
            assertEquals(more, city.publish().number());
        }
    }

    @Test
    void every_KPI_is_what_its_events_say_in_each_of_the_publications() throws Exception {
        Map<String, Verdict.Outcome> outcomes = new TreeMap<>();
        Map<String, Verdict.Outcome> all = new TreeMap<>();
        for (String kpi : Catalogue.of(Definitions.builtIn()).kpis().keySet()) {
            outcomes.put(
                    kpi, outcome("http://127.0.0.1:8080/helsinki@1/kpi/%s?period=2025-06&pace=week".formatted(kpi)));
            all.put(kpi, Verdict.Outcome.EQUAL);
        }
        assertEquals(all, outcomes);
        assertEquals(Verdict.Outcome.EQUAL, outcome("helsinki/kpi/requests?period=2025-05..2025-06"));
        assertEquals(
                Verdict.Outcome.EQUAL,
                outcome("/helsinki@2/kpi/due_kept?period=2025-Q2&service=library_loan&channel=web&channel=phone"));
        assertEquals(
                Verdict.Outcome.EQUAL,
                outcome(
                        "helsinki@2/passport/requests_per_1000_residents?period=2025-06&district=101&service=library_loan"));
        assertEquals(
                Verdict.Outcome.EQUAL,
                outcome("helsinki/kpi/requests/why?period=2025-06&against=2025-05&channel=web&not=channel&look=map"));
    }

    @Test
    void a_link_to_what_is_not_there_says_so() {
        assertMessage("helsinki@9/kpi/requests", "there is no publication 9 of helsinki");
        assertMessage("helsinki/kpi/wishes", "the publication has no KPI 'wishes'");
        assertMessage("helsinki/kpi/requests?period=soon", "'soon' is no period such as 2026-10");
        assertMessage("helsinki/kpi/requests?period=1999", "that figure isn't published: the data is of ");
        assertMessage("helsinki/kpi/requests?not=channel", "'not=channel' can't be recomputed");
        assertMessage("helsinki/kpi/requests?colour=red", "'colour=red' can't be recomputed");
        assertMessage("helsinki/data", "'helsinki/data' is no address of a figure");
    }

    @Test
    void a_figure_that_is_one_off_is_different() {
        var kpi = Catalogue.of(Definitions.builtIn()).kpi("requests");
        Figure published = new Figure.Known(1_000, Optional.empty(), 1);
        assertEquals(Verdict.Outcome.EQUAL, new Verdict(kpi, published, Optional.of(1_000.0), "", false).outcome());
        assertEquals(Verdict.Outcome.DIFFERENT, new Verdict(kpi, published, Optional.of(1_001.0), "", false).outcome());
        assertEquals(Verdict.Outcome.DIFFERENT, new Verdict(kpi, published, Optional.empty(), "", false).outcome());
        assertEquals(
                Verdict.Outcome.NOT_TOLD, new Verdict(kpi, new Figure.Hidden(), Optional.of(3.0), "", false).outcome());
    }

    private static Verdict.Outcome outcome(String link) throws Exception {
        Verification.Verified verified = verify(link);
        assertTrue(verified.heading().contains("of helsinki"), verified.heading());
        return verified.verdict().outcome();
    }

    private static Verification.Verified verify(String link) throws Exception {
        return new Verification(SharedSpark.session(), city.folders(), Definitions.builtIn())
                .verify(Link.read(link), data);
    }

    private static void assertMessage(String link, String begins) {
        String message = assertThrows(JobException.class, () -> verify(link)).getMessage();
        assertTrue(String.valueOf(message).startsWith(begins), message);
    }
}
