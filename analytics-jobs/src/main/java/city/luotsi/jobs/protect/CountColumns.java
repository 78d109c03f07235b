package city.luotsi.jobs.protect;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.jobs.cube.MeasureColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of a subject's cells are to a reader who wants to compute hidden ones back.
 *
 * @param counts columns that count something, each after those that it is a part of
 * @param wholes by such a column: those that it is a part of, so never larger than
 * @param groups by such a column: those of them for which who is missing is a group of people too ("not in time"). Where only
 *     information is missing, the channel say, it is not.
 * @param following other columns (money, changes of stocks): hidden wherever one of these counts is, because they tell of it
 */
record CountColumns(
        List<String> counts,
        Map<String, List<String>> wholes,
        Map<String, List<String>> groups,
        Map<String, List<String>> following) {

    /** The counts that are part of no other. */
    List<String> flows() {
        return counts.stream()
                .filter(count -> wholes.getOrDefault(count, List.of()).isEmpty())
                .toList();
    }

    /** The counts that hide a column, by their place. */
    List<Integer> behind(String column) {
        return following.getOrDefault(column, List.of(column)).stream()
                .map(counts::indexOf)
                .toList();
    }

    boolean isOfStock(String column) {
        return following.containsKey(column) && following.get(column).containsAll(flows());
    }

    static CountColumns of(Catalogue catalogue, String subject, List<MeasureColumn> columns) {
        Map<String, Map<String, String>> byKpi = new LinkedHashMap<>();
        for (MeasureColumn column : columns) {
            if (column.subject().equals(subject) && !column.role().equals("measure")) {
                byKpi.computeIfAbsent(column.kpi(), kpi -> new HashMap<>()).put(column.role(), column.column());
            }
        }
        Map<String, Set<String>> wholes = new LinkedHashMap<>();
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        Map<String, List<String>> following = new LinkedHashMap<>();
        byKpi.forEach((name, roles) -> {
            Kpi kpi = catalogue.kpi(name);
            if (!kpi.rollup().isStock()) {
                chain(kpi, roles, wholes, groups, following);
            }
        });
        List<String> flows = wholes.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        byKpi.forEach((name, roles) -> {
            if (catalogue.kpi(name).rollup().isStock()) {
                // what is in stock follows from what came and what went
                roles.values().stream()
                        .filter(column -> !wholes.containsKey(column))
                        .forEach(column -> following.put(column, flows));
            }
        });
        return new CountColumns(wholesFirst(wholes), lists(wholes), lists(groups), following);
    }

    /** For example numerator, denominator, counted, rows: each a part of the next. */
    private static void chain(
            Kpi kpi,
            Map<String, String> roles,
            Map<String, Set<String>> wholes,
            Map<String, Set<String>> groups,
            Map<String, List<String>> following) {
        List<String> parts = new ArrayList<>();
        boolean money = kpi.rollup() == Rollup.RATIO && kpi.unit() != Unit.PERCENT;
        for (String role : kpi.rollup().columns()) {
            if (!money || !role.equals("numerator")) {
                parts.add(column(roles, role));
            }
        }
        parts.add(column(roles, "counted"));
        parts.add(column(roles, "rows"));
        for (int i = 0; i < parts.size(); i++) {
            Set<String> larger = wholes.computeIfAbsent(parts.get(i), part -> new LinkedHashSet<>());
            if (i + 1 < parts.size() && !parts.get(i).equals(parts.get(i + 1))) {
                larger.add(parts.get(i + 1));
            }
        }
        if (!money && kpi.rollup() == Rollup.RATIO) {
            groups.computeIfAbsent(column(roles, "numerator"), part -> new LinkedHashSet<>())
                    .add(column(roles, "denominator"));
        }
        if (money) {
            following.put(column(roles, "numerator"), List.copyOf(parts));
        }
    }

    private static String column(Map<String, String> roles, String role) {
        String column = roles.get(role);
        if (column == null) {
            throw new IllegalStateException("the cube has no column for the role '" + role + "'");
        }
        return column;
    }

    private static List<String> wholesFirst(Map<String, Set<String>> wholes) {
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < wholes.size()) {
            int before = ordered.size();
            wholes.forEach((part, larger) -> {
                if (ordered.containsAll(larger)) {
                    ordered.add(part);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("columns are parts of each other: " + wholes);
            }
        }
        return List.copyOf(ordered);
    }

    private static Map<String, List<String>> lists(Map<String, Set<String>> sets) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        sets.forEach((key, set) -> lists.put(key, List.copyOf(set)));
        return lists;
    }
}
