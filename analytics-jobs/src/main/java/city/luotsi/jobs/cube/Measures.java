package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.rollup.LogBuckets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is added up for the KPIs of one subject. KPIs that count the same thing share a column, so the scan computes it
 * once.
 */
final class Measures {
    /** White space, unless it stands within a text. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+(?=(?:[^']*'[^']*')*[^']*$)");

    /**
     * A number per row of the subject, to be summed.
     *
     * @param isCount every number is the sign of its part, or null
     */
    record Summed(String column, String expression, boolean isCount) {}

    /** What a KPI's column adds for a row that it counts. */
    sealed interface Addend {
        /** Whatever the row is. */
        record One() implements Addend {}

        /** One where it is true. */
        record Truth(String expression) implements Addend {}

        record Amount(String expression) implements Addend {}
    }

    /** A value per row, to be counted by log bucket or merged into sketches; {@code counts} says of which rows. */
    record Valued(String name, String counts, String value) {}

    private final Map<String, Summed> summed = new LinkedHashMap<>();
    private final Map<String, Valued> buckets = new LinkedHashMap<>();
    private final Map<String, Valued> sketches = new LinkedHashMap<>();
    private final List<MeasureColumn> columns = new ArrayList<>();

    /**
     * @param window the days; moved back for a KPI that is known only after some
     * @param sign what every sum is multiplied with, +1 or −1
     * @param addendOf how a KPI's column is summed exactly
     */
    Measures(List<Kpi> kpis, Window window, int sign, BiFunction<Kpi, String, Addend> addendOf) {
        for (Kpi kpi : kpis) {
            String rows = rows(kpi, window);
            String counted = counted(kpi, rows);
            if (kpi.rollup().grainKind() == GrainKind.CELL) {
                for (String role : kpi.rollup().columns()) {
                    Addend addend = addendOf.apply(kpi, role);
                    switch (addend) {
                        case Addend.One _ -> count(kpi, role, counted, sign);
                        case Addend.Truth(String expression) ->
                            count(kpi, role, "%s and (%s)".formatted(counted, expression), sign);
                        case Addend.Amount(String expression) ->
                            add(
                                    kpi,
                                    role,
                                    "case when %s then %s(%s) end".formatted(counted, sign < 0 ? "-" : "", expression),
                                    false);
                    }
                }
                count(kpi, "counted", counted, sign);
                count(kpi, "rows", rows, sign);
            } else {
                String value = kpi.select().columns().getOrDefault("value", "null");
                boolean bucket = kpi.rollup().grainKind() == GrainKind.BUCKET;
                Map<String, Valued> valued = bucket ? buckets : sketches;
                String expression = bucket ? LogBuckets.bucketOf(value) : value;
                Valued measure = valued.computeIfAbsent(
                        rows + "\n" + expression, key -> new Valued(kpi.name(), rows, expression));
                columns.add(new MeasureColumn(kpi.name(), "measure", kpi.of(), measure.name()));
            }
        }
    }

    List<Summed> summed() {
        return List.copyOf(summed.values());
    }

    List<Valued> buckets() {
        return List.copyOf(buckets.values());
    }

    List<Valued> sketches() {
        return List.copyOf(sketches.values());
    }

    List<MeasureColumn> columns() {
        return List.copyOf(columns);
    }

    private void count(Kpi kpi, String role, String condition, int sign) {
        add(kpi, role, "case when %s then %d end".formatted(condition, sign), true);
    }

    private void add(Kpi kpi, String role, String expression, boolean isCount) {
        Summed measure = summed.computeIfAbsent(
                BETWEEN_WORDS.matcher(expression).replaceAll(" "),
                key -> new Summed(kpi.name() + "_" + role, expression, isCount));
        columns.add(new MeasureColumn(kpi.name(), role, kpi.of(), measure.column()));
    }

    private static String rows(Kpi kpi, Window window) {
        String condition = kpi.select().condition().map("(%s)"::formatted).orElse("true");
        if (kpi.knownAfterDays() == 0 && window.after().isEmpty()) {
            return condition; // the scan leaves younger rows out
        }
        return "(%s and %s)"
                .formatted(condition, window.movedBack(kpi.knownAfterDays()).contains("day"));
    }

    private static String counted(Kpi kpi, String rows) {
        String known = kpi.select().columns().values().stream()
                // a literal is never null; leaving it out lets KPIs share columns
                .filter(expression -> !expression.matches("(?i)true|false|-?\\d+"))
                .map("(%s) is not null"::formatted)
                .collect(Collectors.joining(" and "));
        return known.isEmpty() ? rows : "(%s and %s)".formatted(rows, known);
    }
}
