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
final class RunningDashboard implements AutoCloseable {
    private final Process process;
    private final int port;

    private RunningDashboard(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static RunningDashboard on(Path data) throws IOException {
        int port = freePort();
        Process process = start(data, port);
        List<String> said = new ArrayList<>();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (line.equals("Luotsi is ready: http://127.0.0.1:" + port)) {
                Thread.ofPlatform().daemon().start(() -> out.lines().forEach(_ -> {}));
                return new RunningDashboard(process, port);
            }
        }
        throw new IllegalStateException("the dashboard didn't start:\n" + String.join("\n", said));
    }

    /** Starts the jar on a port, whatever comes of it. */
    static Process start(Path data, int port) throws IOException {
        Path jar = Path.of(System.getProperty("luotsi.jar", "target/luotsi-dashboard-1.0-SNAPSHOT.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run these tests with 'mvn verify', which makes it");
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString());
        builder.environment().putAll(Map.of("LUOTSI_DATA", data.toString(), "LUOTSI_PORT", Integer.toString(port)));
        return builder.redirectErrorStream(true).start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String address(String place) {
        return "http://127.0.0.1:" + port + "/" + place;
    }

    int port() {
        return port;
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
