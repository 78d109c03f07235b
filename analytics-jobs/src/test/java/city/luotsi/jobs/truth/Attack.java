package city.luotsi.jobs.truth;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * A reader who knows everything that is published and the method by which it was hidden, and computes by linear
 * programming what each hidden cell can be at least and at most. Knows nothing of the code that hides.
 */
final class Attack {
    private static final String WITHHELD = "withheld";
    private static final String TOTALS = "service_step_by_month_service";
    private static final String CITY = "service_step_by_month_service_channel_district_age_group";
    private static final Map<String, String> TABLES = Map.of(
            "channel", "service_step_by_month_service_channel",
            "district", "service_step_by_month_service_district",
            "age_group", "service_step_by_month_service_age_group");

    /** What a publication says of one month and column: null is hidden, nothing is zero. */
    private record Told(Map<List<String>, Double> cells) {
        boolean isHidden(List<String> key) {
            return cells.containsKey(key) && cells.get(key) == null;
        }
    }

    /** A hidden cell and what it can be. */
    record Range(String table, String month, String column, List<String> cell, double least, double most) {
        double width() {
            return most - least;
        }
    }

    /** By table, month and column. */
    private final List<Map<String, Told>> publications = new ArrayList<>();

    private final List<String> columns = new ArrayList<>();
    private final Map<String, Set<String>> wholes = new LinkedHashMap<>();
    private final Map<String, Integer> smallest = new HashMap<>();
    private final Set<List<String>> services = new LinkedHashSet<>();

    /** @param newest the publication that is attacked; the one before helps */
    Attack(Connection newest, Connection before) throws SQLException {
        each(newest, "select service, coalesce(department, ''), k from confidential_service", row -> {
            services.add(List.of(row.getString(1), row.getString(2)));
            smallest.put(row.getString(1), row.getInt(3));
        });
        // what every reader of the KPI files knows: each of these is a part of the next
        Map<String, Map<String, String>> roles = new TreeMap<>();
        each(
                newest,
                """
                select kpi, role, column_name from measure join kpi using (kpi)
                where measure.subject = 'service_step' and role <> 'measure' and kpi not like '%open_case%'""",
                row -> roles.computeIfAbsent(row.getString(1), kpi -> new HashMap<>())
                        .put(row.getString(2), row.getString(3)));
        roles.forEach((kpi, columnOf) -> {
            List<String> chain = new ArrayList<>();
            for (String role : List.of("value", "numerator", "denominator", "counted", "rows")) {
                if (columnOf.containsKey(role) && !(kpi.startsWith("cost") && role.equals("numerator"))) {
                    chain.add(columnOf.get(role));
                }
            }
            for (int i = 0; i < chain.size(); i++) {
                wholes.computeIfAbsent(chain.get(i), part -> new TreeSet<>());
                if (i + 1 < chain.size() && !chain.get(i).equals(chain.get(i + 1))) {
                    wholes.computeIfAbsent(chain.get(i), part -> new TreeSet<>())
                            .add(chain.get(i + 1));
                }
            }
        });
        columns.addAll(wholes.keySet());
        publications.add(read(newest));
        publications.add(read(before));
    }

    List<String> columns() {
        return columns;
    }

    int smallest(String service) {
        return smallest.getOrDefault(service, 0);
    }

    private interface RowUse {
        void row(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, RowUse use) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                use.row(rows);
            }
        }
    }

    private Map<String, Told> read(Connection publication) throws SQLException {
        Map<String, Told> told = new HashMap<>();
        read(publication, TOTALS, "''", told);
        read(publication, CITY, "''", told);
        for (var table : TABLES.entrySet()) {
            read(publication, table.getValue(), "coalesce(" + table.getKey() + ", '')", told);
        }
        return told;
    }

    private void read(Connection publication, String table, String member, Map<String, Told> told) throws SQLException {
        each(publication, """
                select month, service, coalesce(department, '') as department, %s as member, %s from %s
                where service = 'withheld' or service in (select service from confidential_service)""".formatted(member, String.join(", ", columns), table), row -> {
            for (String column : columns) {
                BigDecimal value = row.getBigDecimal(column);
                told.computeIfAbsent(table + row.getString(1) + column, key -> new Told(new HashMap<>()))
                        .cells()
                        .put(
                                List.of(row.getString(2), row.getString(3), row.getString(4)),
                                value == null ? null : value.doubleValue());
            }
        });
    }

    /** The range of every hidden cell of the newest publication. */
    List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        for (var table : TABLES.entrySet()) {
            for (String column : columns) {
                for (String month : months(table.getValue(), column)) {
                    if (isTwin(table.getValue(), month, column)) {
                        continue;
                    }
                    ranges.addAll(ranges(table.getValue(), month, column));
                }
            }
        }
        return ranges;
    }

    private List<Range> ranges(String table, String month, String column) {
        Equations both = new Equations(table, month, column, publications);
        return both.areSolvable()
                ? both.ranges()
                // the month has changed since: what was told before says nothing
                : new Equations(table, month, column, List.of(publications.getFirst())).ranges();
    }

    /** Whether an earlier column tells the same: its equations are the same too. */
    private boolean isTwin(String table, String month, String column) {
        return columns.stream()
                .takeWhile(earlier -> !earlier.equals(column))
                .anyMatch(earlier -> publications.stream()
                        .allMatch(publication -> Objects.equals(
                                publication.get(table + month + earlier), publication.get(table + month + column))));
    }

    private Set<String> months(String table, String column) {
        Set<String> months = new TreeSet<>();
        for (String key : publications.getFirst().keySet()) {
            if (key.startsWith(table + "2") && key.endsWith(column)) {
                months.add(key.substring(table.length(), table.length() + 10));
            }
        }
        return months;
    }

    /** All equations of one table, month and column, with the columns it is a part of and those that are a part of it. */
    private final class Equations {
        private final String table;
        private final String month;
        private final String column;
        private final Set<String> members = new TreeSet<>();
        private final Set<String> related = new LinkedHashSet<>();
        private final Map<List<String>, Variable> variables = new HashMap<>();
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();

        Equations(String table, String month, String column, List<Map<String, Told>> publications) {
            this.table = table;
            this.month = month;
            this.column = column;
            related.add(column);
            related.addAll(wholes.getOrDefault(column, Set.of()));
            wholes.forEach((part, of) -> {
                if (of.contains(column)) {
                    related.add(part);
                }
            });
            for (var publication : publications) {
                Told told = publication.get(table + month + column);
                if (told != null) {
                    told.cells().keySet().forEach(key -> members.add(key.get(2)));
                }
            }
            members.remove(WITHHELD);
            for (String one : related) {
                for (List<String> service : services) {
                    for (String member : members) {
                        variables.put(
                                key(one, service, member),
                                model.newVariable("x" + variables.size()).lower(0));
                    }
                }
                for (int i = 0; i < publications.size(); i++) {
                    if (i == 0 || isUnchanged(one)) {
                        add(publications.get(i), one);
                    }
                }
            }
            for (String part : related) {
                for (String whole : wholes.getOrDefault(part, Set.of())) {
                    if (related.contains(whole)) {
                        for (List<String> service : services) {
                            for (String member : members) {
                                Expression atMost = model.newExpression("part" + model.countExpressions())
                                        .upper(0);
                                atMost.set(variables.get(key(part, service, member)), 1);
                                atMost.set(variables.get(key(whole, service, member)), -1);
                            }
                        }
                    }
                }
            }
        }

        private static List<String> key(String column, List<String> service, String member) {
            return List.of(column, service.get(0), service.get(1), member);
        }

        /** Nothing that both publications tell of the month's sums is different: so the month is the same. */
        private boolean isUnchanged(String one) {
            Told now = publications.get(0).get(TOTALS + month + one);
            Told then = publications.get(1).get(TOTALS + month + one);
            Told cellsNow = publications.get(0).get(table + month + one);
            Told cellsThen = publications.get(1).get(table + month + one);
            if (now == null || then == null || cellsNow == null || cellsThen == null) {
                return false;
            }
            return agree(now.cells(), then.cells()) && agree(cellsNow.cells(), cellsThen.cells());
        }

        private static boolean agree(Map<List<String>, Double> now, Map<List<String>, Double> then) {
            for (var cell : now.entrySet()) {
                Double was = then.get(cell.getKey());
                boolean sum = cell.getKey().get(0).equals(WITHHELD);
                if (!sum && cell.getValue() != null && was != null && !was.equals(cell.getValue())) {
                    return false;
                }
            }
            return true;
        }

        private void add(Map<String, Told> publication, String one) {
            Told cells = publication.get(table + month + one);
            Told totals = publication.get(TOTALS + month + one);
            if (cells == null || totals == null) {
                return;
            }
            Set<String> departments = new HashSet<>();
            for (List<String> service : services) {
                departments.add(service.get(1));
                Expression total = model.newExpression("total" + model.countExpressions());
                for (String member : members) {
                    List<String> cell = List.of(service.get(0), service.get(1), member);
                    Variable x = variables.get(key(one, service, member));
                    total.set(x, 1);
                    if (!cells.isHidden(cell)) {
                        double value = cells.cells().getOrDefault(cell, 0.0);
                        Expression told = model.newExpression("told" + model.countExpressions())
                                .level(value);
                        told.set(x, 1);
                    }
                }
                List<String> sum = List.of(service.get(0), service.get(1), "");
                if (!totals.isHidden(sum)) {
                    total.level(totals.cells().getOrDefault(sum, 0.0));
                }
                withheld(cells, one, service);
            }
            sums(totals, one, departments);
            Told city = publication.get(CITY + month + one);
            List<String> row = List.of(WITHHELD, WITHHELD, "");
            if (city != null && city.cells().get(row) != null) {
                Expression all = model.newExpression("city" + model.countExpressions())
                        .level(city.cells().get(row));
                services.forEach(service ->
                        members.forEach(member -> all.set(variables.get(key(one, service, member)), 1)));
            }
        }

        /** The row in which the hidden cells of a service stand together. */
        private void withheld(Told cells, String one, List<String> service) {
            Map<Variable, Double> together = new LinkedHashMap<>();
            for (String member : members) {
                if (cells.isHidden(List.of(service.get(0), service.get(1), member))) {
                    together.put(variables.get(key(one, service, member)), 1.0);
                }
            }
            addUp(cells, List.of(service.get(0), service.get(1), WITHHELD), together, new HashMap<>());
        }

        /** The rows in which hidden sums of services stand together. */
        private void sums(Told totals, String one, Set<String> departments) {
            Map<Variable, Double> city = new LinkedHashMap<>();
            for (String department : departments) {
                Map<Variable, Double> together = new LinkedHashMap<>();
                for (List<String> service : services) {
                    if (service.get(1).equals(department) && totals.isHidden(List.of(service.get(0), department, ""))) {
                        members.forEach(member -> together.put(variables.get(key(one, service, member)), 1.0));
                    }
                }
                addUp(totals, List.of(WITHHELD, department, ""), together, city);
            }
            addUp(totals, List.of(WITHHELD, WITHHELD, ""), city, new HashMap<>());
        }

        private void addUp(Told told, List<String> row, Map<Variable, Double> parts, Map<Variable, Double> further) {
            if (parts.isEmpty()) {
                return;
            }
            if (told.isHidden(row)) {
                further.putAll(parts);
            } else if (told.cells().containsKey(row)) {
                Expression sum = model.newExpression("sum" + model.countExpressions())
                        .level(told.cells().get(row));
                parts.forEach(sum::set);
            }
        }

        boolean areSolvable() {
            return model.minimise().getState().isFeasible();
        }

        List<Range> ranges() {
            List<Range> ranges = new ArrayList<>();
            Told told = Objects.requireNonNull(publications.getFirst().get(table + month + column));
            for (List<String> service : services) {
                for (String member : members) {
                    List<String> cell = List.of(service.get(0), service.get(1), member);
                    if (told.isHidden(cell)) {
                        Variable x = Objects.requireNonNull(variables.get(key(column, service, member)));
                        x.weight(1);
                        double least = value(model.minimise());
                        double most = value(model.maximise());
                        x.weight(null);
                        ranges.add(new Range(table, month, column, cell, least, most));
                    }
                }
            }
            return ranges;
        }

        private double value(Optimisation.Result result) {
            if (result.getState() == Optimisation.State.UNBOUNDED) {
                return Double.POSITIVE_INFINITY;
            }
            if (!result.getState().isFeasible()) {
                throw new IllegalStateException("%s %s %s: %s".formatted(table, month, column, result.getState()));
            }
            return result.getValue();
        }
    }
}
