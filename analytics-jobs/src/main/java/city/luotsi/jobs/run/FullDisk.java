package city.luotsi.jobs.run;

import java.util.List;
import java.util.Optional;

/** A failure because no more could be written: everything reports it in its own way, and wraps it in another. */
final class FullDisk {
    /** What the system says, in English as the C library has it; DuckDB's own words where it keeps those to itself. */
    private static final List<String> WORDS = List.of(
            "No space left on device",
            "Disk quota exceeded",
            "File too large",
            "Could not write all bytes",
            "Could not write to file",
            "Could not truncate file");

    private FullDisk() {}

    /** For the operator, if that is why. */
    static Optional<String> sentence(Throwable failure) {
        String innermost = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (WORDS.stream().anyMatch(message::contains)) {
                innermost = message.lines().findFirst().orElse("");
            }
        }
        if (innermost.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "the disk is full, or this user may not write more (%s): free some, for example with 'jobs clean', or set LUOTSI_DATA to another disk, then run this again; what was published before stays"
                        .formatted(innermost));
    }
}
