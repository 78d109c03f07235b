package city.luotsi.jobs.protect;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which counts hold the same numbers, and which are a part of which. Counts are given by their place among the columns; of
 * those that hold the same numbers the first stands for all.
 *
 * @param first by count: the first one that holds the same numbers
 * @param wholes by first count: the counts it is a part of, cell by cell
 * @param groups by first count: those of them for which who is missing is a group of people too, like "not in time"
 * @param order the first counts, wholes before their parts
 */
record Nesting(List<Integer> first, List<List<Integer>> wholes, List<List<Integer>> groups, List<Integer> order) {
    Nesting {
        first = List.copyOf(first);
        wholes = List.copyOf(wholes);
        groups = List.copyOf(groups);
        order = List.copyOf(order);
    }

    /** @param table of the finest cells there are */
    static Nesting of(CountColumns columns, Duck duck, String table) throws SQLException {
        boolean[][] isPart = parts(columns.counts(), duck, table);
        int counts = columns.counts().size();
        List<Integer> first = new ArrayList<>();
        for (int count = 0; count < counts; count++) {
            int same = 0;
            while (same < count && (first.get(same) != same || !isPart[same][count] || !isPart[count][same])) {
                same++;
            }
            first.add(same);
        }
        List<Set<Integer>> wholes = wholes(columns.counts(), first, columns.wholes());
        List<Set<Integer>> groups = wholes(columns.counts(), first, columns.groups());
        for (int count = 0; count < counts; count++) {
            int part = count;
            wholes.get(count).removeIf(whole -> !isPart[part][whole]);
            groups.get(count).retainAll(wholes.get(count));
        }
        return new Nesting(first, lists(wholes), lists(groups), order(first, wholes));
    }

    /** By count and other: whether it is nowhere larger than the other. */
    private static boolean[][] parts(List<String> names, Duck duck, String table) throws SQLException {
        boolean[][] isPart = new boolean[names.size()][names.size()];
        String compared = names.stream()
                .flatMap(part -> names.stream()
                        .map(whole ->
                                "coalesce(bool_and(%s <= %s), true)".formatted(Duck.quoted(part), Duck.quoted(whole))))
                .collect(Collectors.joining(", "));
        duck.each("select %s from %s".formatted(compared, table), row -> {
            for (int part = 0; part < names.size(); part++) {
                for (int whole = 0; whole < names.size(); whole++) {
                    isPart[part][whole] = row.getBoolean(part * names.size() + whole + 1);
                }
            }
        });
        return isPart;
    }

    private static List<Set<Integer>> wholes(List<String> names, List<Integer> first, Map<String, List<String>> named) {
        List<Set<Integer>> wholes = new ArrayList<>();
        names.forEach(name -> wholes.add(new LinkedHashSet<>()));
        for (int count = 0; count < names.size(); count++) {
            int part = first.get(count);
            for (String name : named.getOrDefault(names.get(count), List.of())) {
                int whole = first.get(names.indexOf(name));
                if (whole != part) {
                    wholes.get(part).add(whole);
                }
            }
        }
        return wholes;
    }

    private static List<Integer> order(List<Integer> first, List<Set<Integer>> wholes) {
        Set<Integer> ordered = new LinkedHashSet<>();
        Set<Integer> left = new LinkedHashSet<>(first);
        while (!left.isEmpty()) {
            List<Integer> next = left.stream()
                    .filter(count -> ordered.containsAll(wholes.get(count)))
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("counts are parts of each other: " + left);
            }
            ordered.addAll(next);
            next.forEach(left::remove);
        }
        return List.copyOf(ordered);
    }

    private static List<List<Integer>> lists(List<Set<Integer>> sets) {
        return sets.stream().map(List::copyOf).toList();
    }
}
