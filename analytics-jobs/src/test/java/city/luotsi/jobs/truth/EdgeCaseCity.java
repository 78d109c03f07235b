package city.luotsi.jobs.truth;

import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.publish.Refresh;
import city.luotsi.jobs.run.Spark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** The lake of edge cases, published once for all tests of a JVM: each goes on from a copy. */
final class EdgeCaseCity {
    private static final class Once {
        private static final PublishedCity CITY = city();
        private static final Refresh.Published PUBLISHED = publish();
    }

    private EdgeCaseCity() {}

    /** What there was to say of its first publication. */
    static Refresh.Published published() {
        return Once.PUBLISHED;
    }

    /** @param data an empty folder */
    static PublishedCity copy(Path data) throws IOException {
        published();
        FileUtils.copyDirectory(Once.CITY.data().toFile(), data.toFile());
        return new PublishedCity(data, Once.CITY.city());
    }

    private static PublishedCity city() {
        try {
            Path data = Files.createTempDirectory("luotsi-tests");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Spark.delete(data)));
            return new PublishedCity(data, "helsinki");
        } catch (IOException e) {
            throw new IllegalStateException("there is no temporary folder", e);
        }
    }

    private static Refresh.Published publish() {
        EdgeCaseLake.write(SharedSpark.session(), Once.CITY.lake());
        try {
            return Once.CITY.publish();
        } catch (Exception e) {
            throw new IllegalStateException("the edge cases can't be published", e);
        }
    }
}
