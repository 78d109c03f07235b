package city.luotsi.figures.insight;

import city.luotsi.figures.city.Priority;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much a city cares for a service or a KPI, as its pack says; 1 where it says nothing. */
record Priorities(List<Priority> priorities) {

    Priorities {
        priorities = List.copyOf(priorities);
    }

    static Priorities read(Connection connection) throws SQLException {
        List<Priority> priorities = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select service, kpi, value from priority")) {
            while (rows.next()) {
                priorities.add(new Priority(
                        Optional.ofNullable(rows.getString("service")),
                        Optional.ofNullable(rows.getString("kpi")),
                        rows.getDouble("value")));
            }
        }
        return new Priorities(priorities);
    }

    /** All that concern it, multiplied. */
    double of(String kpi, Slice slice) {
        return priorities.stream()
                .filter(priority -> concerns(priority, kpi, slice))
                .mapToDouble(Priority::value)
                .reduce(1, (one, other) -> one * other);
    }

    private static boolean concerns(Priority priority, String kpi, Slice slice) {
        return priority.service()
                        .map(id -> slice.service().filter(id::equals).isPresent())
                        .orElse(true)
                && priority.kpi().map(kpi::equals).orElse(true);
    }
}
