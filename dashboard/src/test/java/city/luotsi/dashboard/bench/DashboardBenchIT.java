package city.luotsi.dashboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.Published;
import city.luotsi.dashboard.browser.RunningDashboard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark itself, on next to nothing: that it counts what it says, not how fast that was. */
class DashboardBenchIT {

    @Test
    void everything_is_measured_once(@TempDir Path folder) throws Exception {
        DashboardBench bench = new DashboardBench(
                RunningDashboard.jar(), Published.copy(), new DashboardBench.Extent(1, 2, 1, 1, 2, 5, Duration.ZERO));

        List<Sample> samples = bench.measure();

        assertThat(samples)
                .extracting(Sample::unit)
                .containsExactly("ms", "ms", "ms", "ms", "ms", "KB", "s", "s", "KB", "ms");
        // one session weighs less than what Java may drop meanwhile, so nothing can be asked of its weight
        assertThat(samples)
                .filteredOn(sample -> !sample.name().startsWith("heap"))
                .allSatisfy(sample -> assertThat(sample.p95()).as(sample.name()).isPositive());
        assertThat(samples).extracting(sample -> sample.values().size()).containsExactly(2, 2, 2, 2, 2, 1, 1, 1, 1, 5);
        BenchReport report = new BenchReport(Map.of("few", samples));
        report.write(folder.resolve("dashboard.json"));
        assertThat(Files.readString(folder.resolve("dashboard.json"))).contains("click to painted");
        assertThat(report.table())
                .containsPattern("click to painted +ms +2 +[\\d.,]+ +[\\d.,]+ +50 / p95 80 +(NOT MET|met)");
    }
}
