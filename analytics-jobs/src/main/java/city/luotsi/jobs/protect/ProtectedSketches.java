package city.luotsi.jobs.protect;

import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.city.Member;
import city.luotsi.jobs.cube.Cube;
import city.luotsi.jobs.cube.CubeTable;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sketches of distinct people. Whoever has a sketch can ask whether somebody is in it, so of confidential services there is
 * none but that of all of them together.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them as a whole
final class ProtectedSketches {
    private final Duck duck;
    private final Confidential confidential;
    private final LocalDate through;
    private final Function<List<byte[]>, byte[]> merging;
    private final List<CubeTable> tables;

    ProtectedSketches(
            Duck duck,
            Subject subject,
            Cube cube,
            Confidential confidential,
            LocalDate through,
            Function<List<byte[]>, byte[]> merging) {
        this.duck = duck;
        this.confidential = confidential;
        this.through = through;
        this.merging = merging;
        this.tables = cube.tables().stream()
                .filter(table -> table.grain().kind() == GrainKind.SKETCH
                        && table.grain().subject().equals(subject.name()))
                .toList();
    }

    void write() throws SQLException {
        boolean any = false;
        for (CubeTable table : tables) {
            if (table.keys().contains("service") && !confidential.isEmpty()) {
                duck.execute("create table %1$s as from cube.%1$s where %2$s"
                        .formatted(table.name(), confidential.others()));
                any |= together(table);
            }
        }
        for (CubeTable table : tables) {
            if (!table.keys().contains("service") && any) {
                duck.execute(
                        "create table %1$s as from cube.%1$s where month <= ? and counted >= ?".formatted(table.name()),
                        through,
                        confidential.largest());
            } else if (!table.keys().contains("service") || confidential.isEmpty()) {
                duck.execute("create table %1$s as from cube.%1$s".formatted(table.name()));
            }
        }
    }

    private record Sum(List<byte[]> sketches, long[] counted, long[] rows) {
        Sum() {
            this(new ArrayList<>(), new long[1], new long[1]);
        }
    }

    private boolean together(CubeTable table) throws SQLException {
        Map<List<String>, Sum> months = new LinkedHashMap<>();
        duck.each(
                "select month, measure, sketch, counted, \"rows\" from cube.%s where %s and month <= date '%s' order by all"
                        .formatted(table.name(), confidential.condition(), through),
                row -> {
                    Sum sum = months.computeIfAbsent(List.of(row.getString(1), row.getString(2)), key -> new Sum());
                    Blob sketch = row.getBlob(3);
                    if (sketch != null) {
                        sum.sketches().add(sketch.getBytes(1, (int) sketch.length()));
                    }
                    sum.counted()[0] += row.getLong(4);
                    sum.rows()[0] += row.getLong(5);
                });
        String keys = table.keys().stream().filter(key -> !key.equals("month")).collect(Collectors.joining(", "));
        String withheld = table.keys().stream()
                .filter(key -> !key.equals("month"))
                .map(key -> "'" + Member.WITHHELD + "'")
                .collect(Collectors.joining(", "));
        for (var month : months.entrySet()) {
            Sum sum = month.getValue();
            if (sum.counted()[0] >= confidential.largest()) {
                duck.execute(
                        "insert into %s (month, %s, measure, sketch, counted, \"rows\") values (cast(? as date), %s, ?, ?, ?, ?)"
                                .formatted(table.name(), keys, withheld),
                        month.getKey().get(0),
                        month.getKey().get(1),
                        merging.apply(sum.sketches()),
                        sum.counted()[0],
                        sum.rows()[0]);
            }
        }
        return !months.isEmpty();
    }
}
