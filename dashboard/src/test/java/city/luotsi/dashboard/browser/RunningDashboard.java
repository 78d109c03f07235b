package city.luotsi.dashboard.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The dashboard's jar as it is shipped, running. */
public final class RunningDashboard implements AutoCloseable {
    private final Process process;
    private final int port;

    private RunningDashboard(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RunningDashboard on(Path data) throws IOException {
        int port = freePort();
        return ready(start(data, port), port);
    }

    /**
     * Started by another command.
     *
     * @param command the Java that runs the jar, with its options
     */
    public static RunningDashboard by(List<String> command, Path data) throws IOException {
        int port = freePort();
        return ready(builder(command, data, port).start(), port);
    }

    private static RunningDashboard ready(Process process, int port) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.equals("Luotsi is ready: http://127.0.0.1:" + port)) {
                drain(out);
                return new RunningDashboard(process, port);
            }
        }
        throw new IllegalStateException("the dashboard didn't start:\n" + String.join("\n", said));
    }

    /** Until the process ends, and the stream with it. */
    private static void drain(BufferedReader out) {
        Thread.ofPlatform()
                .daemon()
                .uncaughtExceptionHandler((_, _) -> {})
                .start(() -> out.lines().forEach(_ -> {}));
    }

    /** Starts the jar on a port, whatever comes of it; it looks for news more often than it usually does. */
    static Process start(Path data, int port) throws IOException {
        ProcessBuilder builder = builder(jar(), data, port);
        builder.environment().put("LUOTSI_LOOKEVERY", "500ms");
        return builder.start();
    }

    /** The command that runs the jar; quick to start rather than quick. */
    public static List<String> jar() {
        Path jar = Path.of(System.getProperty("luotsi.jar", "target/luotsi-dashboard-1.0-SNAPSHOT.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run these tests with 'mvn verify', which makes it");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString());
    }

    private static ProcessBuilder builder(List<String> command, Path data, int port) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of("LUOTSI_DATA", data.toString(), "LUOTSI_PORT", Integer.toString(port)));
        return builder.redirectErrorStream(true);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String address(String place) {
        return "http://127.0.0.1:" + port + "/" + place;
    }

    int port() {
        return port;
    }

    public long process() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
