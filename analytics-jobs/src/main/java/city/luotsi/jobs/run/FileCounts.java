package city.luotsi.jobs.run;

import java.util.Locale;

/**
 * What became of a file's records. The five counts add up to the records read.
 *
 * @param name what the operator called the file
 * @param file the hash of its content, its name in landing
 * @param source the feed it was read as
 */
public record FileCounts(
        String name,
        String file,
        String source,
        long read,
        long inserted,
        long updated,
        long unchanged,
        long superseded,
        long quarantined) {

    public FileCounts {
        long accounted = inserted + updated + unchanged + superseded + quarantined;
        if (accounted != read) {
            throw new IllegalArgumentException("%s: %d records read, but %d accounted for (%d, %d, %d, %d, %d)"
                    .formatted(name, read, accounted, inserted, updated, unchanged, superseded, quarantined));
        }
    }

    /** For the operator. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%s (%s): %,d read; %,d inserted, %,d updated, %,d unchanged, %,d superseded, %,d quarantined",
                name,
                source,
                read,
                inserted,
                updated,
                unchanged,
                superseded,
                quarantined);
    }
}
