package city.luotsi.jobs.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a file is written, told by its ending. Text may be packed (.gz). */
public enum Format {
    CSV,
    JSON,
    JSONL,
    XML,
    PARQUET;

    private static final String GZ = ".gz";

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> of(Path file) {
        String name = fileName(file);
        String unpacked = isPacked(file) ? name.substring(0, name.length() - GZ.length()) : name;
        return Arrays.stream(values())
                .filter(format -> unpacked.endsWith("." + format.ending()))
                .filter(format -> format != PARQUET || !isPacked(file))
                .findFirst();
    }

    static boolean isPacked(Path file) {
        return fileName(file).endsWith(GZ);
    }

    /** What the file's copy in landing ends with. */
    String endingOf(Path file) {
        return "." + ending() + (isPacked(file) ? GZ : "");
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
