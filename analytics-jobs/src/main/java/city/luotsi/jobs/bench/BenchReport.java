package city.luotsi.jobs.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One column a size, one line a figure. */
record BenchReport(List<Measured> sizes) {
    private static final int NAME = 34;
    private static final int VALUE = 14;

    BenchReport {
        sizes = List.copyOf(sizes);
    }

    String table() {
        List<String> lines = new ArrayList<>();
        lines.add(line("events", size -> "%,d".formatted(size.events())));
        lines.add(line("ingest, events/s", size -> "%,.0f".formatted(size.events() / size.ingest())));
        lines.add(line("full build of the cube, events/s", size -> "%,.0f".formatted(size.events() / size.build())));
        lines.add(line("full build, s", size -> "%.1f".formatted(size.build())));
        lines.add(line("  processor time, s", size -> "%.1f".formatted(size.buildCpu())));
        lines.add(line("the same by DuckDB, s", size -> "%.1f".formatted(size.duckDb())));
        lines.add(line("  times DuckDB's time", size -> "%.1f".formatted(size.ratio())));
        lines.add(line("  the same cells", size -> size.difference().isEmpty() ? "yes" : "NO"));
        lines.add(line("one day more, events", size -> "%,d".formatted(size.day())));
        lines.add(line("  ingest, s", size -> "%.1f".formatted(size.dayIngest())));
        lines.add(line("  increment of the cube, s", size -> "%.1f".formatted(size.increment())));
        lines.add(line("  of the full build", size -> "%.0f %%".formatted(100 * size.increment() / size.build())));
        lines.add(line("publishing, s", size -> "%.1f".formatted(size.publish())));
        lines.add(line("  cells/s", size -> "%,.0f".formatted(size.cells() / size.publish())));
        lines.add(line("cells", size -> "%,d".formatted(size.cells())));
        lines.add(line("peak memory, MiB", size -> "%,d".formatted(size.peakMemory() >> 20)));
        lines.add(line("lake, MiB", size -> "%,d".formatted(size.lakeSize() >> 20)));
        lines.add(line("cube, MiB", size -> "%,d".formatted(size.cubeSize() >> 20)));
        lines.add(line("publication, MiB", size -> "%,d".formatted(size.publicationSize() >> 20)));
        if (sizes.size() > 1) {
            lines.add("growth exponent of the full build: %.2f".formatted(growth(Measured::build)));
        }
        sizes.stream()
                .filter(size -> !size.difference().isEmpty())
                .forEach(size -> lines.add("%,d events: %s".formatted(size.events(), size.difference())));
        return String.join(System.lineSeparator(), lines);
    }

    private String line(String name, Function<Measured, String> value) {
        return ("%-" + NAME + "s").formatted(name)
                + sizes.stream()
                        .map(size -> ("%" + VALUE + "s").formatted(value.apply(size)))
                        .collect(Collectors.joining());
    }

    /** The slope of the logarithm of a time over the logarithm of the events, by least squares; 1 is linear. */
    double growth(Function<Measured, Double> time) {
        double[] x = sizes.stream()
                .mapToDouble(size -> Math.log((double) size.events()))
                .toArray();
        double[] y =
                sizes.stream().mapToDouble(size -> Math.log(time.apply(size))).toArray();
        double meanX = mean(x);
        double meanY = mean(y);
        double both = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            both += (x[i] - meanX) * (y[i] - meanY);
            squares += (x[i] - meanX) * (x[i] - meanX);
        }
        return both / squares;
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElse(0);
    }

    void write(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode report = mapper.createObjectNode();
        ArrayNode measured = report.putArray("sizes");
        sizes.forEach(size -> measured.add(mapper.valueToTree(size)));
        if (sizes.size() > 1) {
            report.put("growth_exponent", growth(Measured::build));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                String.format(
                        Locale.ROOT,
                        "%s%n",
                        mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report)));
    }
}
