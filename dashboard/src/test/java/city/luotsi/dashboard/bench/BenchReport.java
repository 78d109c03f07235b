package city.luotsi.dashboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line a figure, size by size.
 *
 * @param sizes by what each size is called, such as {@code 1M}
 */
record BenchReport(Map<String, List<Sample>> sizes) {
    private static final String LINE = "%-44s%5s%6s%10s%10s%16s  %s";

    BenchReport {
        sizes = new LinkedHashMap<>(sizes);
    }

    String table() {
        List<String> lines = new ArrayList<>();
        sizes.forEach((size, samples) -> {
            lines.add(LINE.formatted(size + " events", "", "n", "median", "p95", "bar", ""));
            samples.forEach(sample -> lines.add(line(sample)));
        });
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(Sample sample) {
        return LINE.formatted(
                        sample.name(),
                        sample.unit(),
                        sample.values().size(),
                        number(sample.median()),
                        number(sample.p95()),
                        sample.bar().told(),
                        sample.bar().equals(Bar.NONE) ? "" : sample.met() ? "met" : "NOT MET")
                .stripTrailing();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }

    void write(Path file) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode report = mapper.createObjectNode();
        sizes.forEach((size, samples) -> {
            ArrayNode measured = report.putArray(size);
            for (Sample sample : samples) {
                ObjectNode one = measured.addObject();
                one.put("name", sample.name()).put("unit", sample.unit());
                one.put("median", sample.median()).put("p95", sample.p95());
                sample.bar().median().ifPresent(most -> one.put("bar_median", most));
                sample.bar().p95().ifPresent(most -> one.put("bar_p95", most));
                one.put("met", sample.met());
                one.set("values", mapper.valueToTree(sample.values()));
            }
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report) + System.lineSeparator());
    }
}
