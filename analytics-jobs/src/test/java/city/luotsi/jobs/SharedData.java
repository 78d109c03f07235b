package city.luotsi.jobs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real files that tests look at where they are at hand: {@code -Dluotsi.shared=DIR}, else {@code ../shared} of the project. */
public final class SharedData {
    private static final String FOLDER = "shared/data";

    private SharedData() {}

    /** A file below {@code service_requests}; where there is none the test is skipped, and says which it lacked. */
    public static Path file(String name) {
        return file(folder().resolve("service_requests"), name);
    }

    /** A file below {@code geography}, likewise. */
    public static Path geography(String name) {
        return file(folder().resolve("geography"), name);
    }

    private static Path file(Path folder, String name) {
        assumeTrue(Files.isDirectory(folder), "real data is not here: no folder " + folder);
        Path file = folder.resolve(name);
        assumeTrue(Files.exists(file), "real data is not here: no file " + file);
        return file;
    }

    private static Path folder() {
        String said = System.getProperty("luotsi.shared", "");
        if (!said.isEmpty()) {
            return Path.of(said).resolve("data");
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(FOLDER))) {
                return folder.resolve(FOLDER);
            }
        }
        return start.resolveSibling(FOLDER);
    }
}
