package city.luotsi.jobs.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One city like those that {@code ./luotsi bench signals} looks at, only smaller, so that one is looked at with every change. */
class SignalTrialTest {
    private static final long SEED = 1002;
    private static final long EVENTS = 120_000;

    @Test
    void a_broken_form_is_told_within_a_week_and_hardly_anything_else_is(@TempDir Path data) throws Exception {
        SignalTrial.Outcome outcome = new SignalTrial(
                        new JobFolders(data), Definitions.builtIn(), "helsinki-demo", Progress.silent())
                .of(SEED, EVENTS, true, SharedSpark::session);

        System.out.println(outcome.sentence() + "\n" + new SignalsReport(List.of(outcome)).table());
        SignalTrial.Found form = outcome.found().stream()
                .filter(found -> found.story().id().equals("form_breaks"))
                .findFirst()
                .orElseThrow();
        assertTrue(form.withinAWeek() && form.exactly(), outcome.sentence());
        assertEquals(5, outcome.found().size(), "stories looked for");
        assertTrue(outcome.wrong().size() <= outcome.months(), outcome.sentence());
    }
}
