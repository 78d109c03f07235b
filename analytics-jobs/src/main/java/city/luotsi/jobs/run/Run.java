package city.luotsi.jobs.run;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run under way: collects what its report will say. */
public final class Run {
    private final List<FileCounts> files = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Run() {}

    /** What a run does. */
    public interface Work {
        void run(Run run);
    }

    /**
     * Does the work, and writes the report whether it succeeds or not.
     *
     * @throws JobException if it failed: one sentence; where that isn't all there is to say, it names the log that has the rest
     */
    public static RunReport of(String verb, RunReports reports, Clock clock, Work work) {
        Instant started = clock.instant();
        Run run = new Run();
        try {
            work.run(run);
        } catch (Exception e) {
            RunReport failed = run.report(verb, started, clock, RunReport.Outcome.FAILED, sentence(e));
            throw new JobException(failed.message() + report(failed, reports, e), e);
        }
        RunReport report = run.report(verb, started, clock, RunReport.Outcome.SUCCEEDED, "");
        reports.write(report);
        return report;
    }

    public void file(FileCounts counts) {
        files.add(counts);
    }

    /** A sentence the operator should read. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** @return what is to be added to the sentence that says why it failed */
    private static String report(RunReport failed, RunReports reports, Exception e) {
        try {
            reports.write(failed);
            var log = reports.writeLog(failed, e);
            return isSentence(e) ? "" : "; details in " + log;
        } catch (UncheckedIOException unwritten) {
            // must not hide why the run failed, which on a full disk is the same
            e.addSuppressed(unwritten);
            return "; there is no report of this run, " + unwritten.getMessage();
        }
    }

    private RunReport report(String verb, Instant started, Clock clock, RunReport.Outcome outcome, String message) {
        return new RunReport(verb, started, Duration.between(started, clock.instant()), outcome, message, files, notes);
    }

    private static boolean isSentence(Exception e) {
        return FullDisk.sentence(e).isPresent()
                || e instanceof JobException
                || e instanceof city.luotsi.figures.catalogue.DefinitionException;
    }

    private static String sentence(Exception e) {
        Optional<String> full = FullDisk.sentence(e);
        if (full.isPresent()) {
            return full.get();
        }
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return isSentence(e)
                ? message
                : "the run failed: %s: %s".formatted(e.getClass().getSimpleName(), message);
    }
}
