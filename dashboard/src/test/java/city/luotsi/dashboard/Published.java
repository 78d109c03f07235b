package city.luotsi.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The made-up city, published once for all tests that only read it. */
public final class Published {
    private static final class Once {
        private static final Path DATA = publish();
    }

    private Published() {}

    /** A data folder with one publication of Helsinki's demonstration city. */
    public static Path data() {
        return Once.DATA;
    }

    /** The same once more: a file must not be opened twice by one process. */
    public static Path copy() {
        try {
            Path copy = Files.createTempDirectory("luotsi-test");
            Path from = data().resolve("helsinki-demo").resolve("publications");
            Path to = Files.createDirectories(copy.resolve("helsinki-demo").resolve("publications"));
            for (String file : List.of("made-up-1.duckdb", "1.json")) {
                Files.copy(from.resolve(file), to.resolve(file));
            }
            return copy;
        } catch (IOException e) {
            throw new IllegalStateException("the made-up city can't be copied", e);
        }
    }

    private static Path publish() {
        try {
            Path data = Files.createTempDirectory("luotsi-test");
            FixturePublication.helsinkiDemo(data, 1);
            return data;
        } catch (IOException e) {
            throw new IllegalStateException("there is no temporary folder", e);
        }
    }
}
