package city.luotsi.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is said in one file about another must be true. */
class HouseTest {
    private static final Set<String> MODULES = Set.of("sql", "analytics-jobs", "dashboard");

    @Test
    void theScriptsSatisfyShellcheck() throws Exception {
        assumeTrue(isOnThePath("shellcheck"), "shellcheck is not installed");
        var process = new ProcessBuilder("shellcheck", "luotsi", ".ci/run", "analytics-jobs/cluster")
                .directory(Repository.file("").toFile())
                .redirectErrorStream(true)
                .start();
        var complaints = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), complaints);
    }

    @Test
    void theScriptNamesTheJarsThatThePomsProduce() throws Exception {
        var named = all("/target/(luotsi-[a-z-]+-[\\w.-]+?\\.jar)", Repository.read("luotsi"));
        assertEquals(Set.of(jar("analytics-jobs"), jar("dashboard")), new HashSet<>(named));
    }

    @Test
    void theHelpListsEveryVerb() throws Exception {
        var script = Repository.read("luotsi");
        var verbs = all("(?m)^    ([a-z |]+)\\) ;;$", script).getFirst().split(" \\| ");
        assertEquals(List.of(verbs), all("(?m)^  ([a-z]+) {2,}[A-Z]", script));
    }

    @Test
    void theDockerfileCopiesOnlyWhatIsThereAndWhatThePomsProduce() throws Exception {
        var dockerfile = Repository.read("Dockerfile");
        for (var source : all("(?m)^COPY ([^-]\\S*) \\S+$", dockerfile)) {
            assertTrue(Files.exists(Repository.file(source)), source);
        }
        var produced = Set.of(
                "analytics-jobs/target/lib",
                "analytics-jobs/target/" + jar("analytics-jobs"),
                "dashboard/target/" + jar("dashboard"));
        assertEquals(produced, new HashSet<>(all("(?m)^COPY --from=build /luotsi/(\\S+) \\S+$", dockerfile)));
        assertTrue(Repository.read("analytics-jobs/pom.xml")
                .contains("<outputDirectory>${project.build.directory}/lib</outputDirectory>"));
    }

    @Test
    void theServicesAreTargetsOfTheDockerfileOrPinnedImagesAndTheirVolumesAreDeclared() throws Exception {
        var targets = all("(?m)^FROM \\S+ AS (\\S+)$", Repository.read("Dockerfile"));
        var volumes = compose("volumes").keySet();
        var services = compose("services");
        services.forEach((name, service) -> {
            if (service.get("image") instanceof String image) {
                assertTrue(image.matches("[a-z/]+:\\S*\\d\\S*"), image);
            } else {
                assertTrue(targets.contains(field(service, "build", "target")), name);
                assertTrue(Files.exists(Repository.file(field(service, "build", "context"))), name);
            }
            strings(service.get("volumes"))
                    .forEach(mount -> assertTrue(volumes.contains(mount.split(":", 2)[0]), name + " mounts " + mount));
            assertTrue(services.keySet().containsAll(strings(service.get("depends_on"))), name);
        });
    }

    @Test
    void withoutAProfileThereIsOneMachine() throws Exception {
        var always = new TreeSet<String>();
        compose("services").forEach((name, service) -> {
            if (!service.containsKey("profiles")) {
                always.add(name);
            }
        });
        assertEquals(Set.of("dashboard"), always);
        var required = all("(\\$\\{[A-Z_]+:?\\?)", Repository.read("docker-compose.yml"));
        assertEquals(List.of(), required, "would be asked for on one machine too");
    }

    /** What one service calls another by, and what they must have in common. */
    @Test
    void theServicesOfTheClusterFitTogether() throws Exception {
        var services = compose("services");
        var verbs = all("(?m)^(master|worker|submit)\\) run ", Repository.read("analytics-jobs/cluster"));
        assertEquals(List.of("master", "worker", "submit"), verbs);
        for (var verb : verbs) {
            var service = service(services, verb);
            assertEquals("cluster", field(service, "build", "target"));
            var called = new ArrayList<>(strings(service.get("entrypoint")));
            called.addAll(strings(service.get("command")));
            assertTrue(called.contains(verb), called.toString());
            assertEquals("${SPARK_SECRET:-}", field(service, "environment", "SPARK_SECRET"), verb);
        }
        var master = "spark://master:7077";
        assertTrue(strings(service(services, "worker").get("command")).contains(master));
        assertEquals(master, field(service(services, "submit"), "environment", "SPARK_MASTER"));
        assertEquals(
                List.of("master", "--host", "master", "--port", "7077"),
                strings(service(services, "master").get("command")));

        var pull = service(services, "pull");
        assertEquals("pull", strings(pull.get("command")).getFirst());
        assertEquals(strings(service(services, "dashboard").get("volumes")), strings(pull.get("volumes")));
        for (var setting : List.of("LUOTSI_STORE", "AWS_ENDPOINT_URL", "AWS_SECRET_ACCESS_KEY", "LUOTSI_CITY")) {
            assertEquals(
                    field(service(services, "submit"), "environment", setting), field(pull, "environment", setting));
        }
        assertEquals("http://store:9000", field(pull, "environment", "AWS_ENDPOINT_URL"));
        assertTrue(services.keySet().containsAll(Set.of("store", "bucket", "postgres")));
        assertEquals(
                field(pull, "environment", "AWS_SECRET_ACCESS_KEY"),
                field(service(services, "store"), "environment", "MINIO_ROOT_PASSWORD"));

        var dashboard = service(services, "dashboard");
        var postgres = service(services, "postgres");
        assertTrue(Repository.read("docker-compose.yml")
                .contains(
                        "LUOTSI_DATABASE=jdbc:postgresql://postgres/" + field(postgres, "environment", "POSTGRES_DB")));
        assertEquals("${LUOTSI_DATABASE:-}", field(dashboard, "environment", "LUOTSI_DATABASE"));
        assertEquals(
                field(postgres, "environment", "POSTGRES_USER"),
                field(dashboard, "environment", "LUOTSI_DATABASE_USER"));
        assertEquals(
                field(postgres, "environment", "POSTGRES_PASSWORD"),
                field(dashboard, "environment", "LUOTSI_DATABASE_PASSWORD"));
    }

    @Test
    void theTableOfSettingsListsWhatTheCodeReads() throws Exception {
        var read = new TreeSet<String>();
        for (var file : Repository.textFiles()) {
            var name = file.toString();
            if (!name.startsWith("docs") && !name.endsWith(".md") && !name.contains("src/test")) {
                read.addAll(all("\\b(LUOTSI_[A-Z_]*[A-Z])\\b", Repository.read(name)));
            }
        }
        var listed = all("(?m)^\\| `(LUOTSI_[A-Z_]+)`", Repository.read("docs/settings.md"));
        assertEquals(read, new TreeSet<>(listed));
        assertEquals(listed.size(), new HashSet<>(listed).size());
    }

    @Test
    void noFileNamesAPackageRegistryOrAFolderOfSomebodysMachine() throws IOException {
        // Written in pieces, so that this file doesn't find itself.
        var hosts = List.of("registry." + "npmjs", "repo1." + "maven", "repo." + "maven", "deb." + "debian.org");
        var folders = List.of("/ro" + "ot/", "/wo" + "rk/", "/tmp/w" + "t/", "/ho" + "me/", "/Us" + "ers/");
        var wanted = Pattern.compile("%s|(?<![\\w.}$*-])(%s)".formatted(quoted(hosts), quoted(folders)));
        var found = new ArrayList<String>();
        for (var file : Repository.textFiles()) {
            var matcher = wanted.matcher(Repository.read(file.toString()));
            if (matcher.find()) {
                found.add(file + ": " + matcher.group());
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void linksInTheDocumentationLeadSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (var page : Repository.textFiles()) {
            if (page.toString().endsWith(".md")) {
                for (var link : all("(?<!!)\\[[^\\]]*\\]\\((?!https?:)([^)#]+)", Repository.read(page.toString()))) {
                    if (!Files.exists(Repository.file(page.toString()).resolveSibling(link))) {
                        broken.add(page + ": " + link);
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void theReadmeShowsAKpiAsItIs() throws IOException {
        assertTrue(
                Repository.read("README.md").contains("```sql\n" + Repository.read("sql/kpi/satisfied.sql") + "```"));
    }

    @Test
    void theIndexListsEveryDecision() throws IOException {
        var index = Repository.read("docs/decisions/README.md");
        try (Stream<Path> pages = Files.list(Repository.file("docs/decisions"))) {
            pages.map(page -> page.getFileName().toString())
                    .filter(page -> !page.equals("README.md"))
                    .forEach(page -> assertTrue(index.contains("](" + page + ")"), page));
        }
    }

    @Test
    void everyModuleOfThePomIsBuiltInTheImage() throws IOException {
        assertEquals(MODULES, new HashSet<>(all("<module>([^<]+)</module>", Repository.read("pom.xml"))));
        var dockerfile = Repository.read("Dockerfile");
        MODULES.forEach(module -> assertTrue(dockerfile.contains("\nCOPY " + module + " " + module + "\n"), module));
        var ignored = Repository.read(".dockerignore").lines().toList();
        MODULES.forEach(module -> assertFalse(ignored.contains(module), module));
    }

    /** {@code <artifactId>-<version>.jar}: the artifact is the first after the parent, the version is the parent's. */
    private static String jar(String module) throws IOException {
        var pom = Repository.read(module + "/pom.xml");
        assertFalse(pom.contains("<finalName>"), module + " names its jar itself");
        var artifact =
                all("(?s)</parent>\\s*<artifactId>([^<]+)</artifactId>", pom).getFirst();
        var version = all("(?s)<parent>.*?<version>([^<]+)</version>", pom).getFirst();
        return artifact + "-" + version + ".jar";
    }

    private static Map<String, Map<String, Object>> compose(String part) throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Repository.read("docker-compose.yml"));
        return compose.getOrDefault(part, Map.of());
    }

    private static Map<String, Object> service(Map<String, Map<String, Object>> services, String name) {
        return services.getOrDefault(name, Map.of());
    }

    /** Of a list its members, of a map its keys, of nothing none. */
    private static List<String> strings(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Map<?, ?> map -> map.keySet().stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    private static String field(Map<String, Object> service, String outer, String inner) {
        return service.get(outer) instanceof Map<?, ?> map ? String.valueOf(map.get(inner)) : "";
    }

    private static String quoted(List<String> texts) {
        return String.join("|", texts.stream().map(Pattern::quote).toList());
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
