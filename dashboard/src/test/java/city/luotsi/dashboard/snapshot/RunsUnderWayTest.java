package city.luotsi.dashboard.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.RunningJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsUnderWayTest {
    private static final String CITY = "helsinki-demo";
    private static final String SINCE = "2026-11-24T07:41:00Z";

    @TempDir
    private Path data;

    private Path city = Path.of("");

    @BeforeEach
    void make() throws IOException {
        city = Files.createDirectories(data.resolve(CITY));
    }

    @Test
    void a_run_is_told_as_long_as_it_lives() throws Exception {
        RunsUnderWay runs = new RunsUnderWay(new DataFolder(data));
        AtomicInteger told = new AtomicInteger();
        runs.onChange(told::incrementAndGet);
        assertThat(runs.of(CITY)).isEmpty();

        try (RunningJob job = new RunningJob(city, "refresh")) {
            job.says("adding up service_step_cells", SINCE);
            runs.look();
            assertThat(runs.of(CITY))
                    .containsExactly(new RunUnderWay("refresh", Instant.parse(SINCE), "adding up service_step_cells"));
            assertThat(told).hasValue(1);
            runs.look();
            assertThat(told).hasValue(1);

            job.says("writing the publication", SINCE);
            runs.look();
            assertThat(runs.of(CITY)).extracting(RunUnderWay::doing).containsExactly("writing the publication");

            job.isKilled();
            runs.look();
            assertThat(runs.of(CITY)).isEmpty();
            assertThat(told).hasValue(3);
            assertThat(city.resolve(".refresh.lock")).content().contains("writing the publication");
        }
    }

    @Test
    void what_is_half_written_is_left_out() throws Exception {
        try (RunningJob job = new RunningJob(city, "ingest")) {
            job.says("reading a\"file", SINCE);
            assertThat(new RunsUnderWay(new DataFolder(data)).of(CITY)).isEmpty();
        }
    }
}
