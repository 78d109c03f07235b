package city.luotsi.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The reports of a city's runs, one JSON file each. */
public final class RunReports {
    private static final ObjectMapper JSON = new ObjectMapper()
            .configure(SerializationFeature.INDENT_OUTPUT, true)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    private static final String PART = ".part";

    private final Path folder;

    public RunReports(Path folder) {
        this.folder = folder;
    }

    /** Written whole or not at all. */
    public Path write(RunReport report) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(report.name() + ".json");
            sweep();
            Path part = Files.createTempFile(folder, ".", PART);
            try {
                Files.writeString(part, JSON.writeValueAsString(tree(report)));
                return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the run's report to " + folder, e);
        }
    }

    /** Removes what killed runs left. Nobody writes a report for a minute. */
    private void sweep() throws IOException {
        Instant old = Instant.now().minus(Duration.ofMinutes(1));
        try (var parts = Files.newDirectoryStream(folder, ".*" + PART)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** The details of a failure, beside the run's report. */
    public Path writeLog(RunReport report, Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(report.name() + ".log"), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the run's log to " + folder, e);
        }
    }

    /** The newest runs, the newest first. */
    public List<RunReport> last(int count) {
        List<RunReport> reports = new ArrayList<>();
        for (Path file : files().reversed()) {
            if (reports.size() == count) {
                break;
            }
            reports.add(read(file));
        }
        return reports;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't list " + folder, e);
        }
    }

    private static ObjectNode tree(RunReport report) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("verb", report.verb());
        tree.put("started", report.started().toString());
        tree.put("seconds", report.duration().toMillis() / 1000.0);
        tree.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        tree.put("message", report.message());
        tree.set("files", JSON.valueToTree(report.files()));
        tree.set("notes", JSON.valueToTree(report.notes()));
        return tree;
    }

    private static RunReport read(Path file) {
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            return new RunReport(
                    tree.path("verb").asText(),
                    Instant.parse(tree.path("started").asText()),
                    Duration.ofMillis(Math.round(tree.path("seconds").asDouble() * 1000)),
                    RunReport.Outcome.valueOf(tree.path("outcome").asText().toUpperCase(Locale.ROOT)),
                    tree.path("message").asText(),
                    List.of(JSON.treeToValue(tree.path("files"), FileCounts[].class)),
                    List.of(JSON.treeToValue(tree.path("notes"), String[].class)));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new JobException("%s is not a run's report; move it away".formatted(file), e);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }
}
