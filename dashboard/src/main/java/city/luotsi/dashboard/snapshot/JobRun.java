package city.luotsi.dashboard.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a run of the jobs left in its report.
 *
 * @param verb ingest, refresh …
 * @param message why it failed; empty if it didn't
 */
public record JobRun(
        String verb,
        Instant started,
        Duration duration,
        boolean succeeded,
        String message,
        List<FileRead> files,
        List<String> notes) {

    public JobRun {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /**
     * A file that it read, and what became of its records: the five counts add up to those read.
     *
     * @param source the definition it was read by
     */
    public record FileRead(
            String name,
            String source,
            long read,
            long inserted,
            long updated,
            long unchanged,
            long superseded,
            long quarantined) {}
}
