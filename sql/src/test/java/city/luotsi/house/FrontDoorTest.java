package city.luotsi.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FrontDoorTest {
    private static final String BUILD =
            "mvn --batch-mode -Dstyle.color=never package -Dmaven.test.skip=true -Dspotless.check.skip=true";

    @TempDir
    Path folder;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "test", "jobs", "serve", "bench", "build"})
    void eachVerbHasHelp(String verb) throws Exception {
        var help = checkout.run(verb, "--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.output().startsWith("  " + verb), help.output());
        assertTrue(checkout.run("--help").output().contains(help.output()));
    }

    @ParameterizedTest
    @CsvSource({"ub, 'ub'", "up, now", "serve, --port=1", "test, x", "jobs,", "bench,"})
    void aWrongVerbOrArgumentIsRefusedInOneSentence(String verb, String argument) throws Exception {
        var refused = argument == null ? checkout.run(verb) : checkout.run(verb, argument);
        assertEquals(2, refused.exitCode());
        assertEquals(1, refused.output().lines().count(), refused.output());
        assertEquals(List.of(), checkout.calls());
    }

    @Test
    void theFirstUpBuildsAndPublishesTheDemonstrationCityAndTheSecondStartsNoMaven() throws Exception {
        serveUntilItAnswers("up");
        assertEquals(
                List.of(
                        BUILD,
                        "jvm/jdk-25: Jobs demo --city helsinki-demo",
                        "jvm/jdk-25: Jobs refresh --city helsinki-demo",
                        dashboard()),
                checkout.calls());

        serveUntilItAnswers("up");
        assertEquals(List.of(dashboard()), checkout.calls());
    }

    @Test
    void ingestedDataIsPublishedInsteadOfTheDemonstrationCity() throws Exception {
        checkout.write("elsewhere/newyork/lake/service_event/_delta_log/0.json", "");
        serveUntilItAnswers("up", Map.of("LUOTSI_DATA", "elsewhere", "CITY", "newyork"));
        assertEquals(List.of(BUILD, "jvm/jdk-25: Jobs refresh --city newyork", dashboard()), checkout.calls());
    }

    @Test
    void whereAQuickStartCouldNotBePreparedTheDashboardStartsFromItsJar() throws Exception {
        checkout.program("jvm/jdk-25/bin/java", """
                case "$*" in
                *jarmode*) echo broken; exit 1 ;;
                *" -jar "*) echo "$*"; echo "the dashboard runs at port $LUOTSI_PORT"; exec sleep 30 ;;
                esac
                """);
        var script = checkout.start(Map.of(), "serve");
        var output = reader(script);
        assertTrue(lineWith(output, "it starts more slowly").contains("quick start"));
        var jar = folder.resolve("dashboard/target/luotsi-dashboard-1.0-SNAPSHOT.jar");
        assertTrue(lineWith(output, " -jar ").endsWith("=allow -jar " + jar));
        script.destroy();
        assertTrue(script.waitFor(20, TimeUnit.SECONDS));
    }

    @Test
    void onlyWhatTheJarsAreMadeOfIsBuiltAnew() throws Exception {
        assertEquals(0, checkout.run("build").exitCode());
        assertEquals(List.of(BUILD), checkout.calls());

        checkout.write("sql/src/test/SomeTest.java", "changed");
        checkout.write("README.md", "changed");
        checkout.run("build");
        assertEquals(List.of(), checkout.calls());

        checkout.write("dashboard/src/Dashboard.java", "changed");
        checkout.run("build");
        assertEquals(List.of(BUILD), checkout.calls());

        checkout.delete("sql/kpi/requests.sql");
        checkout.run("build");
        assertEquals(List.of(BUILD), checkout.calls());
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLogAndIsTriedAgain() throws Exception {
        checkout.maven("echo '[ERROR] what went wrong'; exit 1");
        var failed = checkout.run("serve");
        assertEquals(1, failed.exitCode());
        assertTrue(failed.output().contains("[ERROR] what went wrong"), failed.output());
        checkout.run("build");
        assertEquals(List.of(BUILD, BUILD), checkout.calls());
    }

    @Test
    void aJobGetsItsArgumentsAndItsMemoryAndGivesItsExitCode() throws Exception {
        checkout.run("build");
        checkout.calls();
        assertEquals(0, checkout.run("jobs", "ingest", "a file.csv").exitCode());
        assertEquals(List.of("jvm/jdk-25: Jobs ingest a file.csv"), checkout.calls());
        assertEquals(1, checkout.run("jobs", "fail").exitCode());
    }

    @Test
    void aBenchmarkRunsInAFolderOfItsOwn() throws Exception {
        assertEquals(0, checkout.run("bench", "pipeline", "--events", "1M").exitCode());
        assertEquals(
                List.of(BUILD, "jvm/jdk-25: Jobs bench pipeline --events 1M --data " + folder.resolve("target/bench")),
                checkout.calls());
    }

    @Test
    void theDashboardIsMeasuredAsItIsServedOnCitiesThatAreRemovedAfterwards() throws Exception {
        checkout.write("dashboard/target/test.classpath", "libraries.jar");
        assertEquals(0, checkout.run("bench", "dashboard", "--events", "20k,1M").exitCode());
        var calls = checkout.calls();
        var city = folder.resolve("target/bench/dashboard-20k");
        assertEquals(6, calls.size() - 1, calls.toString());
        assertTrue(calls.get(1).startsWith("mvn ") && calls.get(1).contains(" test-compile "), calls.get(1));
        assertEquals("jvm/jdk-25: Jobs demo --city helsinki-demo --data " + city + " --events 20000", calls.get(2));
        assertEquals("jvm/jdk-25: Jobs refresh --city helsinki-demo --data " + city, calls.get(3));
        assertTrue(calls.getLast().contains(" city.luotsi.dashboard.bench.DashboardBench "), calls.getLast());
        assertTrue(calls.getLast().contains(" 20k=" + city + " 1M="), calls.getLast());
        assertTrue(calls.getLast().endsWith(" -- " + folder + "/" + dashboard().replace(": ", "/bin/java ")));
        assertFalse(Files.exists(city));
    }

    @ParameterizedTest
    @CsvSource({"--events, many", "--speed, 9"})
    void whatABenchmarkOfTheDashboardDoesNotTakeIsRefusedInOneSentence(String option, String value) throws Exception {
        var refused = checkout.run("bench", "dashboard", option, value);
        assertEquals(2, refused.exitCode());
        assertEquals(1, refused.output().lines().count(), refused.output());
    }

    @Test
    void aPortInUseIsNamedBeforeAnythingIsBuilt() throws Exception {
        try (var other = new ServerSocket(checkout.port(), 1, InetAddress.getLoopbackAddress())) {
            var refused = checkout.run("up");
            assertEquals(1, refused.exitCode());
            assertTrue(refused.output().contains("Port " + other.getLocalPort() + " is in use"), refused.output());
            assertTrue(refused.output().contains("LUOTSI_PORT"), refused.output());
        }
        assertEquals(List.of(), checkout.calls());
    }

    @Test
    void terminationEndsABuildWithEverythingItStarted() throws Exception {
        checkout.maven("sleep 40 & echo \"[INFO] Tests run: $! in it\"; wait");
        var script = checkout.start(Map.of(), "build");
        var sleeper = Long.parseLong(lineWith(reader(script), "Tests run: ").replaceAll("\\D", ""));
        var process = ProcessHandle.of(sleeper).orElseThrow();
        script.destroy();
        assertTrue(script.waitFor(20, TimeUnit.SECONDS));
        assertEquals(143, script.exitValue());
        assertFalse(process.onExit().get(20, TimeUnit.SECONDS).isAlive());
    }

    @Test
    void terminationEndsARunningJob() throws Exception {
        checkout.program("jvm/jdk-25/bin/java", "case $* in *jarmode*) exit 1; esac; echo \"job $$\"; exec sleep 40");
        var script = checkout.start(Map.of(), "up");
        var job = ProcessHandle.of(
                        Long.parseLong(lineWith(reader(script), "job ").substring("job ".length())))
                .orElseThrow();
        script.destroy();
        assertTrue(script.waitFor(20, TimeUnit.SECONDS));
        assertEquals(143, script.exitValue());
        assertFalse(job.isAlive());
    }

    @Test
    void javaHomeIsTakenIfNewEnough() throws Exception {
        checkout.jdk("mine", 27);
        assertEquals("mine", jdkOf(Map.of("JAVA_HOME", folder.resolve("mine").toString())));
        checkout.jdk("mine", 21);
        assertEquals(
                "jvm/jdk-25", jdkOf(Map.of("JAVA_HOME", folder.resolve("mine").toString())));
    }

    @Test
    void otherwiseTheJavaOnThePathThenTheLowestOfTheUsualFolders() throws Exception {
        checkout.jdk("jvm/jdk-21", 21);
        checkout.jdk("jvm/jdk-25", 28);
        checkout.jdk("home/.sdkman/candidates/java/26.0.1-tem", 26);
        assertEquals("home/.sdkman/candidates/java/26.0.1-tem", jdkOf(Map.of()));
        checkout.jdk("path", 29);
        assertEquals("path", jdkOf(Map.of()));
    }

    @Test
    void withoutAJdkOneSentenceSaysHowToGetOne() throws Exception {
        checkout.jdk("jvm/jdk-25", 21);
        var refused = checkout.run("up");
        assertEquals(1, refused.exitCode());
        assertEquals(1, refused.output().lines().count(), refused.output());
        assertTrue(refused.output().contains("install"), refused.output());
    }

    @Test
    void settingsStandInTheFileAndTheEnvironmentWins() throws Exception {
        checkout.jdk("jvm/jdk-25", 25);
        checkout.program("jvm/jdk-25/bin/java", "echo $LUOTSI_DATA $LUOTSI_MEMORY $LUOTSI_CITY $*");
        checkout.write("luotsi.yaml", """
                # of this machine
                data: 'my figures'   # beside this file
                memory: 3g
                city: "newyork"
                """);
        var output =
                checkout.run(Map.of("LUOTSI_MEMORY", "512m"), "jobs", "runs").output();
        assertTrue(output.contains(folder.resolve("my figures") + " 512m newyork "), output);
        assertTrue(output.contains(" -Xmx512m "), output);
    }

    @Test
    void whatTheCitySaysOfItselfStandsInTheFileToo() throws Exception {
        checkout.jdk("jvm/jdk-25", 25);
        checkout.program(
                "jvm/jdk-25/bin/java",
                "echo $LUOTSI_THEME \\| $LUOTSI_ACCESSIBILITY_CONTACT \\| $LUOTSI_ACCESSIBILITY_AUTHORITY");
        checkout.write("luotsi.yaml", """
                theme: our/city.css
                accessibility_contact: https://www.hel.fi/palaute   # a web address has a colon of its own
                accessibility_authority: "Regional State Administrative Agency"
                """);
        var output = checkout.run(Map.of("LUOTSI_ACCESSIBILITY_AUTHORITY", "Traficom"), "jobs", "runs")
                .output();
        assertTrue(
                output.contains(folder.resolve("our/city.css") + " | https://www.hel.fi/palaute | Traficom"), output);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prot: 8081", "port: web", "port: 70000", "memory: much", "  nested: 1"})
    void aWrongSettingIsRefusedInOneSentence(String line) throws Exception {
        checkout.write("luotsi.yaml", line + "\n");
        var refused = checkout.run(Map.of("LUOTSI_PORT", ""), "up");
        assertEquals(2, refused.exitCode(), refused.output());
        assertEquals(1, refused.output().lines().count(), refused.output());
    }

    @Test
    void theLastLineOfTestCountsAllModules() throws Exception {
        checkout.maven(report("sql/target/surefire", 4, 0, 1) + report("dashboard/target/failsafe", 3, 0, 0));
        var passed = checkout.run("test");
        assertEquals(0, passed.exitCode(), passed.output());
        assertTrue(passed.output().contains("skipped: AcidTest: realFiles (no \"shared\" folder)"), passed.output());
        assertTrue(passed.output().endsWith("\n6 passed, 0 failed, 1 skipped\n"), passed.output());

        checkout.maven(report("sql/target/surefire", 4, 1, 0) + "echo '[ERROR] AcidTest.realFiles'; exit 1");
        var failed = checkout.run("test");
        assertEquals(1, failed.exitCode());
        assertTrue(failed.output().contains("[ERROR] AcidTest.realFiles"), failed.output());
        assertTrue(failed.output().endsWith("\n3 passed, 1 failed, 0 skipped\n"), failed.output());
    }

    @Test
    void testsThatDidNotRunDidNotPass() throws Exception {
        assertEquals(1, checkout.run("test").exitCode());
    }

    private static String report(String reports, int tests, int failures, int skipped) {
        return """
                mkdir -p %1$s-reports; cat > %1$s-reports/TEST-a.xml <<'XML'
                <testsuite name="AcidTest" time="0.1" tests="%2$d" errors="0" skipped="%4$d" failures="%3$d">
                  <testcase name="realFiles" classname="AcidTest" time="0.1">
                """.formatted(reports, tests, failures, skipped)
                + (skipped > 0 ? "<skipped message=\"no &quot;shared&quot; folder\"/>\n" : "")
                + "</testcase></testsuite>\nXML\n";
    }

    /** With what the build left for quick starts. */
    private String dashboard() {
        var prepared = folder.resolve("dashboard/target/start");
        return "jvm/jdk-25: --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:AOTCache="
                + prepared.resolve("start.aot") + " -jar " + prepared.resolve("luotsi-dashboard-1.0-SNAPSHOT.jar");
    }

    private String jdkOf(Map<String, String> settings) throws Exception {
        checkout.calls();
        checkout.run(settings, "jobs", "runs");
        return checkout.calls().getLast().replace(": Jobs runs", "");
    }

    private void serveUntilItAnswers(String verb) throws Exception {
        serveUntilItAnswers(verb, Map.of());
    }

    /** Ends the script as a service manager would, once it has become the dashboard. */
    private void serveUntilItAnswers(String verb, Map<String, String> settings) throws Exception {
        var script = checkout.start(settings, verb);
        lineWith(reader(script), "the dashboard runs at port " + checkout.port());
        script.destroy();
        assertTrue(script.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, script.descendants().count());
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String lineWith(BufferedReader output, String text) throws IOException {
        var before = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(text)) {
                return line;
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("no line with '%s' in:%n%s".formatted(text, before));
    }
}
