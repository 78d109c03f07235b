package city.luotsi.jobs.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.TypeConversionException;

class PipelineBenchTest {

    @Test
    void duckDbAddsUpTheVerySameCells(@TempDir Path folder) throws Exception {
        PipelineBench bench =
                new PipelineBench(new JobFolders(folder), Definitions.builtIn(), "helsinki-demo", Progress.silent());

        Measured measured = bench.measure(20_000, 1, SharedSpark::session);

        assertEquals("", measured.difference());
        assertTrue(measured.cells() > 20_000, measured::toString);
        assertTrue(measured.day() > 10, measured::toString);
        assertTrue(measured.build() > 0 && measured.duckDb() > 0 && measured.increment() > 0, measured::toString);
        String table = new BenchReport(List.of(measured)).table();
        assertTrue(table.lines().anyMatch(line -> line.matches("events +20,000")), table);
    }

    @Test
    void timeThatGrowsWithTheSquareHasTheExponentTwo() {
        BenchReport report = new BenchReport(List.of(taking(10, 3), taking(100, 300), taking(1000, 30_000)));

        assertEquals(2, report.growth(Measured::build), 1e-9);
    }

    @Test
    void numbersOfEventsAreReadAsPeopleWriteThem() {
        EventCount count = new EventCount();

        assertEquals(
                List.of(500L, 2_000L, 30_000_000L),
                List.of(count.convert("500"), count.convert("2k"), count.convert("30M")));
        assertThrows(TypeConversionException.class, () -> count.convert("1.5M"));
    }

    private static Measured taking(long events, double build) {
        return new Measured(events, 1, build, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, "", Map.of());
    }
}
