package city.luotsi.jobs.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * An object store that every executor and every dashboard's machine reaches. Who may use it, and where it is if not at
 * Amazon, the usual variables say: {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY}, {@code AWS_ENDPOINT_URL},
 * {@code AWS_REGION}.
 *
 * @param location a bucket, perhaps with a folder in it, such as {@code s3a://luotsi/cities}
 */
public record Store(String location) {
    private static final Pattern LOCATION = Pattern.compile("s3a://[a-z0-9][a-z0-9.-]+(/[\\w.=-]+)*/*");

    /** Takes the place of Delta's own for these tables; named, for the lake's room is above this one. */
    private static final String LOG = "city.luotsi.jobs.lake.StoredLog";

    /** @throws JobException if it is none that is known here */
    public Store {
        if (!LOCATION.matcher(location).matches()) {
            throw new JobException(
                    "the store is '%s', but must be a bucket, with or without a folder in it, such as s3a://luotsi/cities"
                            .formatted(location));
        }
        location = location.replaceAll("/+$", "");
    }

    /** What lies under a name in it. */
    String at(String name) {
        return location + "/" + name;
    }

    /** What Spark must be told to reach it, besides who asks and where. */
    static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.delta.logStore.s3a.impl", LOG);
        Optional<String> region = Optional.ofNullable(System.getenv("AWS_REGION"));
        if (System.getenv("AWS_ENDPOINT_URL") != null) {
            // a server of one's own has no name for each bucket, and must be told some region
            settings.put("spark.hadoop.fs.s3a.path.style.access", "true");
            region = region.or(() -> Optional.of("us-east-1"));
        }
        region.ifPresent(name -> settings.put("spark.hadoop.fs.s3a.endpoint.region", name));
        return settings;
    }

    /** As a Spark session has it, without one. */
    public static Configuration configuration() {
        SparkConf spark = new SparkConf();
        settings().forEach(spark::setIfMissing);
        return SparkHadoopUtil.get().newConfiguration(spark);
    }

    /** The file system in which a path lies, be it a folder of this machine or the store. */
    public static FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(configuration());
    }
}
