package city.luotsi.jobs.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What a run did.
 *
 * @param verb ingest, refresh or demo
 * @param message why it failed; empty when it succeeded
 * @param files the files it read, in order
 * @param notes what the operator should know, a sentence each
 */
public record RunReport(
        String verb,
        Instant started,
        Duration duration,
        Outcome outcome,
        String message,
        List<FileCounts> files,
        List<String> notes) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** How a run ended. */
    public enum Outcome {
        SUCCEEDED,
        FAILED
    }

    public RunReport {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** The name of the run's files, which sorts by time. */
    public String name() {
        return name(started, verb);
    }

    static String name(Instant started, String verb) {
        return STAMP.format(started) + "-" + verb;
    }
}
