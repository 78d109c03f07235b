package city.luotsi.jobs;

import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Spark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.spark.sql.SparkSession;

/** One session for all tests of a JVM: starting one takes longer than most tests. */
public final class SharedSpark {
    private static final Spark SPARK = start();

    private SharedSpark() {}

    public static SparkSession session() {
        return SPARK.session();
    }

    private static Spark start() {
        try {
            Spark spark = Spark.start(new JobFolders(Files.createTempDirectory("luotsi-tests")));
            Runtime.getRuntime().addShutdownHook(new Thread(spark::close));
            return spark;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
