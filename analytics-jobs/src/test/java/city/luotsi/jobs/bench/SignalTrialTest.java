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

/** Two cities of the twenty that {@code ./luotsi bench signals} looks at: one with stories, one in which nothing happens. */
class SignalTrialTest {
    private static final long SEED = 1001;
    private static final long EVENTS = 150_000;

    @TempDir
    private Path data = Path.of("");

    @Test
    void stories_are_told_within_a_week_and_quiet_cities_stay_quiet() throws Exception {
        SignalTrial.Outcome told = trial("told", true);
        SignalTrial.Outcome quiet = trial("quiet", false);
        SignalsReport report = new SignalsReport(List.of(told, quiet));

        System.out.println(told.sentence() + "\n" + quiet.sentence() + "\n" + report.table());
        assertEquals(1, report.recall(false), told.sentence());
        assertTrue(report.falseAlarmsAMonth() <= 1, quiet.sentence());
        assertTrue(report.precision() >= 0.8, told.sentence());
    }

    private SignalTrial.Outcome trial(String folder, boolean stories) throws Exception {
        return new SignalTrial(
                        new JobFolders(data.resolve(folder)), Definitions.builtIn(), "helsinki-demo", Progress.silent())
                .of(SEED, EVENTS, stories, SharedSpark::session);
    }
}
