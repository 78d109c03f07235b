package city.luotsi.jobs.cli;

import city.luotsi.jobs.run.FileCounts;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.Run;
import city.luotsi.jobs.run.RunReports;
import city.luotsi.jobs.source.Inbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Looks at an inbox round after round: takes what has landed, and publishes if anything was taken. */
final class Watch {
    /** What failed would most likely fail again two seconds later, and fill the disk with reports. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Inbox inbox;
    private final RunReports reports;
    private final Clock clock;
    private final Work work;
    private final Consumer<String> said;
    private boolean unpublished;
    private Instant notBefore = Instant.MIN;

    /** What is done with a file, and when all of a round are taken. */
    interface Work {
        /** @throws RuntimeException if it can't be taken; the lake is then as before */
        FileCounts take(Path file);

        /** @return what was published, in words */
        String publish();
    }

    /**
     * @param unpublished whether there may be something in the lake that an earlier watch didn't come to publish
     * @param said is told what happened, a sentence each
     */
    Watch(Inbox inbox, RunReports reports, Clock clock, Work work, boolean unpublished, Consumer<String> said) {
        this.inbox = inbox;
        this.reports = reports;
        this.clock = clock;
        this.work = work;
        this.unpublished = unpublished;
        this.said = said;
    }

    /** One round. What fails is said and reported, and the next round goes on. */
    void look() {
        for (Path file : inbox.landed()) {
            if (take(file)) {
                unpublished = true;
                notBefore = Instant.MIN;
            }
        }
        if (unpublished && !clock.instant().isBefore(notBefore)) {
            unpublished = !publish();
        }
    }

    private boolean take(Path file) {
        try {
            Run.of("ingest", reports, clock, run -> {
                FileCounts counts = work.take(file);
                run.file(counts);
                said.accept(counts.sentence());
            });
        } catch (JobException e) {
            String reason = String.valueOf(e.getMessage());
            Path rejected = inbox.reject(file, reason, clock.instant());
            said.accept("%s; moved to %s".formatted(reason, rejected));
            return false;
        }
        inbox.taken(file);
        return true;
    }

    private boolean publish() {
        try {
            Run.of("refresh", reports, clock, run -> {
                String sentence = work.publish();
                run.note(sentence);
                said.accept(sentence);
            });
            return true;
        } catch (JobException e) {
            said.accept("%s; tried again in a minute, or with the next file".formatted(e.getMessage()));
            notBefore = clock.instant().plus(PAUSE);
            return false;
        }
    }
}
