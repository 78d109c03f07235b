package city.luotsi.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A checkout with the real script and, in place of Java, Maven, Node and Chromium, small scripts that write down how they
 * were called. The script's list of JVM folders points into it, so that this machine's own JDKs play no part.
 */
final class Checkout {
    private static final String JOBS_JAR = "analytics-jobs/target/luotsi-analytics-jobs-1.0-SNAPSHOT.jar";
    private static final String DASHBOARD_JAR = "dashboard/target/luotsi-dashboard-1.0-SNAPSHOT.jar";

    /** How a program that was called ended. */
    record Outcome(int exitCode, String output) {}

    private final Path folder;
    private final int port = freePort();

    Checkout(Path folder) throws IOException {
        this.folder = folder;
        write(
                "luotsi",
                Files.readString(Repository.file("luotsi"))
                        .replace("/usr/lib/jvm", folder.resolve("jvm").toString()));
        for (var source : List.of("pom.xml", "sql/kpi/requests.sql", "sql/src/test/SomeTest.java")) {
            write(source, "");
        }
        for (var source : List.of("analytics-jobs/pom.xml", "analytics-jobs/src/Jobs.java", "dashboard/pom.xml")) {
            write(source, "");
        }
        write("analytics-jobs/spark.jvm.args", "");
        write("dashboard/src/Dashboard.java", "");
        write(".mvn/jvm.config", "");
        jdk("path", 17);
        jdk("jvm/jdk-25", 25);
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/java"), folder.resolve("path/bin/java"));
        program("bin/chromium", "");
        program("bin/shellcheck", "");
        program("home/.vaadin/node-v24.17.0/bin/node", "");
        program("home/.vaadin/node-v24.17.0/bin/npm", "");
        maven("");
    }

    /** A Maven that builds what the poms promise and then does what is given, in bash. */
    void maven(String then) throws IOException {
        program("bin/mvn", """
                echo "mvn $*" >> "$CALLS"
                echo "[INFO] Building Luotsi dashboard 1.0-SNAPSHOT                   [4/4]"
                mkdir -p analytics-jobs/target/lib dashboard/target sql/target
                touch %s %s
                """.formatted(JOBS_JAR, DASHBOARD_JAR) + then);
    }

    /**
     * A JDK whose java publishes on {@code refresh}, and stays when it is to be the dashboard. That it prepared a quick
     * start is seen by what it leaves.
     */
    void jdk(String name, int version) throws IOException {
        write(name + "/release", "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"%d.0.3\"\n".formatted(version));
        program(name + "/bin/javac", "");
        program(name + "/bin/java", """
                called="$*"
                case "$*" in
                *" extract "*) mkdir -p "${called##* }" && touch "${called##* }/luotsi-dashboard-1.0-SNAPSHOT.jar"; exit ;;
                *" -XX:AOTCacheOutput="*) cache=${called##*Output=} && touch "${cache%%%% *}"; exit ;;
                esac
                echo "%s: ${called##*.jobs.}" >> "$CALLS"
                case "$*" in
                *" refresh "*) mkdir -p "$LUOTSI_DATA/$CITY/publications" && touch "$LUOTSI_DATA/$CITY/publications/1.json" ;;
                *" "*Bench" "*) ;;
                *" -jar "*) echo "the dashboard runs at port $LUOTSI_PORT"; exec sleep 30 ;;
                *" fail") exit 1 ;;
                esac
                """.formatted(name));
    }

    void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (name.equals("luotsi")) {
            executable(file);
        }
    }

    void program(String name, String text) throws IOException {
        write(name, "#!/usr/bin/env bash\nset -e\n" + text);
        executable(folder.resolve(name));
    }

    void delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    int port() {
        return port;
    }

    /** What was called since this was last asked, in order. */
    List<String> calls() throws IOException {
        var file = folder.resolve("calls");
        var calls = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
        Files.deleteIfExists(file);
        return calls;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    Outcome run(Map<String, String> settings, String... arguments) throws IOException, InterruptedException {
        var process = start(settings, arguments);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("luotsi did not end");
        }
        return new Outcome(process.exitValue(), output);
    }

    Process start(Map<String, String> settings, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(folder.resolve("luotsi").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder.resolve("bin") + ":/usr/bin:/bin",
                        "HOME", folder.resolve("home").toString(),
                        "CALLS", folder.resolve("calls").toString(),
                        "CITY", "helsinki-demo",
                        "LUOTSI_PORT", Integer.toString(port)));
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static void executable(Path file) {
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException(file + " can't be made executable");
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
