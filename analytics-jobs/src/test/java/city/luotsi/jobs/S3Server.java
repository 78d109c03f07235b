package city.luotsi.jobs;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.blobstore.BlobStore;

/** An S3 server of this process, on loopback and in memory, with one empty bucket. Of any number of conditional puts one wins. */
public final class S3Server implements AutoCloseable {
    private static final String KEY = "luotsi-tests";
    private static final String SECRET = "not-a-secret";

    private final S3Proxy server;
    private final String bucket;

    private S3Server(S3Proxy server, String bucket) {
        this.server = server;
        this.bucket = bucket;
    }

    public static S3Server start() throws Exception {
        Properties settings = new Properties();
        settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
        settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
        settings.setProperty("s3proxy.identity", KEY);
        settings.setProperty("s3proxy.credential", SECRET);
        BlobStore blobs = BlobStores.create("transient-nio2", new Properties());
        S3Proxy server =
                S3Proxy.Builder.fromProperties(settings).blobStore(blobs).build();
        server.start();
        // a name of its own: Hadoop keeps a connection for each bucket
        S3Server started = new S3Server(server, "luotsi-" + server.getPort());
        blobs.createContainer(started.bucket);
        started.settings().forEach(System::setProperty);
        return started;
    }

    /** Such as {@code s3a://luotsi-40123/cities}. */
    public String location() {
        return "s3a://" + bucket + "/cities";
    }

    /** What another process must be told to reach it. */
    public Map<String, String> environment() {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getPort());
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(), "AWS_ACCESS_KEY_ID", KEY, "AWS_SECRET_ACCESS_KEY", SECRET);
    }

    private Map<String, String> settings() {
        String of = "spark.hadoop.fs.s3a.bucket." + bucket;
        return Map.of(
                of + ".endpoint",
                environment().getOrDefault("AWS_ENDPOINT_URL", ""),
                of + ".endpoint.region",
                "us-east-1",
                of + ".path.style.access",
                "true",
                of + ".access.key",
                KEY,
                of + ".secret.key",
                SECRET);
    }

    @Override
    public void close() {
        settings().keySet().forEach(System::clearProperty);
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server can't be stopped", e);
        }
    }
}
