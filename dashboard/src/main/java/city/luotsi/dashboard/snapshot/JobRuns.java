package city.luotsi.dashboard.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reports that the jobs' runs leave beside a city's publications. */
@Component
public final class JobRuns {
    private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataFolder folder;

    JobRuns(DataFolder folder) {
        this.folder = folder;
    }

    /** The newest, the newest first; not on the thread of a request. */
    public List<JobRun> last(String city, int count) {
        List<JobRun> runs = new ArrayList<>();
        for (Path file : folder.reports(city).reversed()) {
            if (runs.size() == count) {
                break;
            }
            read(file).ifPresent(runs::add);
        }
        return runs;
    }

    private static Optional<JobRun> read(Path file) {
        try {
            JsonNode report = JSON.readTree(Files.readString(file));
            List<JobRun.FileRead> files = new ArrayList<>();
            for (JsonNode read : report.path("files")) {
                files.add(new JobRun.FileRead(
                        read.path("name").asString(""),
                        read.path("source").asString(""),
                        read.path("read").asLong(),
                        read.path("inserted").asLong(),
                        read.path("updated").asLong(),
                        read.path("unchanged").asLong(),
                        read.path("superseded").asLong(),
                        read.path("quarantined").asLong()));
            }
            List<String> notes = new ArrayList<>();
            report.path("notes").forEach(note -> notes.add(note.asString("")));
            return Optional.of(new JobRun(
                    report.path("verb").asString(""),
                    Instant.parse(report.path("started").asString("")),
                    Duration.ofMillis(Math.round(report.path("seconds").asDouble() * 1000)),
                    report.path("outcome").asString("").equals("succeeded"),
                    report.path("message").asString(""),
                    files,
                    notes));
        } catch (IOException | JacksonException | DateTimeException e) {
            LOG.warn("{} is not a run's report", file, e);
            return Optional.empty();
        }
    }
}
