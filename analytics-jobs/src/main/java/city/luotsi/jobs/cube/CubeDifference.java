package city.luotsi.jobs.cube;

import static city.luotsi.jobs.cube.CubeFile.column;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two cubes compared, row for row. */
final class CubeDifference {
    private CubeDifference() {}

    /** The first table in which two cubes differ, in words. */
    static Optional<String> between(Path one, Path other, List<CubeTable> tables) throws SQLException {
        try (CubeConnection both = CubeConnection.inMemory()) {
            both.attach(one, "one");
            both.attach(other, "other");
            for (CubeTable table : tables) {
                Optional<String> difference = in(both, table);
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<String> in(CubeConnection both, CubeTable table) throws SQLException {
        String columns = Stream.concat(table.keys().stream(), table.measures().stream())
                // a sketch's bytes depend on the order in which Spark merged it; its counts don't
                .filter(column -> !column.equals("sketch"))
                .map(column -> column(column))
                .collect(Collectors.joining(", "));
        record Rows(long number, String example) {}
        Rows rows = both.list("""
                        select count(*), coalesce(any_value(cells::text), '') from (
                            (select %1$s from one.%2$s except all select %1$s from other.%2$s)
                            union all
                            (select %1$s from other.%2$s except all select %1$s from one.%2$s)
                        ) as cells""".formatted(columns, table.name()), row -> new Rows(row.getLong(1), row.getString(2)))
                .getFirst();
        return rows.number() == 0
                ? Optional.empty()
                : Optional.of(
                        "%,d rows of %s differ, for example %s".formatted(rows.number(), table.name(), rows.example()));
    }
}
