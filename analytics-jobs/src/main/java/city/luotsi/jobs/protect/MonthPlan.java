package city.luotsi.jobs.protect;

import city.luotsi.figures.city.Member;
import city.luotsi.jobs.protect.MonthCells.Cells;
import city.luotsi.jobs.protect.MonthCells.Service;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is hidden in the tables of one subject and month. */
final class MonthPlan {
    /** The table of totals: its one column. */
    static final String TOTAL = "";

    private static final Service CITY = new Service(Member.WITHHELD, Member.WITHHELD);

    private final CountColumns columns;
    private final int[] twins;
    private final Map<String, Integer> smallest;
    private final List<Service> services;
    private final List<String> departments;
    private final Map<String, Dimension> dimensions = new LinkedHashMap<>();

    /**
     * What is hidden in one table.
     *
     * @param members the columns of the table
     * @param chosen by count; what follows several counts is hidden where one of them is
     */
    record Dimension(
            List<Service> services, List<String> departments, List<String> members, Map<String, Hiding> chosen) {

        boolean isHidden(List<String> behind, int service, int member) {
            return behind.stream().anyMatch(count -> of(count).hidden()[service][member]);
        }

        boolean isPooledUp(List<String> behind, int department, int member) {
            return behind.stream().anyMatch(count -> of(count).pooledUp()[department][member]);
        }

        boolean isUntold(List<String> behind, int member) {
            return behind.stream().anyMatch(count -> of(count).untold()[member]);
        }

        private Hiding of(String count) {
            return Objects.requireNonNull(chosen.get(count), count);
        }
    }

    /**
     * @param twins by count: the first one that holds the same numbers
     * @param smallest k by service
     */
    MonthPlan(CountColumns columns, int[] twins, Map<String, Integer> smallest, Cells totals) {
        this.columns = columns;
        this.twins = twins;
        this.smallest = smallest;
        this.services = List.copyOf(totals.rows().keySet());
        this.departments =
                services.stream().map(Service::department).distinct().sorted().toList();
    }

    /** Totals first: whose total is hidden has no cell that is told. */
    Dimension plan(String name, Cells cells, @Nullable Cells before) {
        List<String> members = cells.members();
        Map<Integer, Hiding> chosen = new HashMap<>();
        Map<String, Hiding> byColumn = new LinkedHashMap<>();
        for (int column = 0; column < columns.counts().size(); column++) {
            int first = twins[column];
            if (!chosen.containsKey(first)) {
                chosen.put(first, hiding(first, name, cells, members, before, chosen));
            }
            byColumn.put(columns.counts().get(column), chosen.get(first));
        }
        Dimension dimension = new Dimension(services, departments, members, byColumn);
        dimensions.put(name, dimension);
        return dimension;
    }

    /** Whether not even the city's sum of the month is told. */
    boolean isAllUntold(List<String> behind) {
        Dimension totals = dimensions.get(TOTAL);
        return totals != null && !totals.members().isEmpty() && totals.isUntold(behind, 0);
    }

    private Hiding hiding(
            int column,
            String name,
            Cells cells,
            List<String> members,
            @Nullable Cells before,
            Map<Integer, Hiding> chosen) {
        List<Integer> wholes = wholes(column).stream()
                .filter(whole -> everywhere(cells, column, whole))
                .toList();
        int rows = services.size();
        int across = members.size();
        long[][] value = values(cells, members, column);
        long[][] up = filled(rows, across, Hiding.UNBOUNDED);
        List<long[][]> slacks = new ArrayList<>();
        for (int whole : wholes) {
            long[][] slack = difference(values(cells, members, whole), value);
            slacks.add(slack);
            up = least(up, slack);
        }
        long[][] down = down(column, cells, members);
        boolean[] free = new boolean[rows];
        boolean[] freeGroups = new boolean[departments.size()];
        boolean[][] pooled = new boolean[departments.size()][across];
        boolean[] untold = new boolean[across];
        boolean[][] hidden = new boolean[rows][across];
        boolean[][] told = new boolean[rows][across];
        Dimension totals = dimensions.get(TOTAL);
        if (totals != null && !name.equals(TOTAL)) {
            Hiding total = totals.of(columns.counts().get(column));
            for (int row = 0; row < rows; row++) {
                free[row] = total.hidden()[row][0];
            }
            for (int of = 0; of < freeGroups.length; of++) {
                freeGroups[of] = total.pooledUp()[of][0];
                Arrays.fill(pooled[of], freeGroups[of]);
            }
            Arrays.fill(untold, total.untold()[0]);
        }
        if (before != null) {
            asBefore(before, column, members, value, hidden, pooled, untold, told);
        }
        CountTable table = new CountTable(
                services.stream()
                        .mapToInt(service -> departments.indexOf(service.department()))
                        .toArray(),
                services.stream()
                        .mapToInt(service -> smallest.getOrDefault(service.service(), 0))
                        .toArray(),
                value,
                slacks,
                up,
                down,
                name.equals(TOTAL),
                free,
                freeGroups,
                hidden,
                pooled,
                untold,
                told);
        List<Hiding> hidings =
                wholes.stream().map(chosen::get).filter(Objects::nonNull).toList();
        return new Hiding(
                table,
                hidings,
                wholes.size() == 1 ? whole(wholes.getFirst(), column, cells, members, value, chosen) : null);
    }

    /**
     * How far a count may go down. Of its parts, those that are most of it go down with it, which they can because they are
     * hidden wherever it is; the others stay, and it can't pass them.
     */
    private long[][] down(int column, Cells cells, List<String> members) {
        long[][] value = values(cells, members, column);
        long[][] down = value;
        for (int part : parts(column)) {
            if (everywhere(cells, part, column)) {
                long[][] slack = difference(value, values(cells, members, part));
                boolean isMost = sum(values(cells, members, part)) > sum(slack);
                down = least(down, isMost ? down(part, cells, members) : slack);
            }
        }
        return down;
    }

    private static long sum(long[][] counts) {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    private Hiding.@Nullable Whole whole(
            int whole, int part, Cells cells, List<String> members, long[][] value, Map<Integer, Hiding> chosen) {
        Hiding of = chosen.get(whole);
        if (of == null) {
            return null;
        }
        // both go down together: only the whole's other parts stand in the way
        long[][] down = value;
        for (int other : parts(whole)) {
            if (other != part && everywhere(cells, other, whole)) {
                down = least(down, difference(values(cells, members, whole), values(cells, members, other)));
            }
        }
        return new Hiding.Whole(of, down);
    }

    /** Hidden once stays hidden, or the two publications together would tell it. */
    private void asBefore(
            Cells before,
            int column,
            List<String> members,
            long[][] value,
            boolean[][] hidden,
            boolean[][] pooled,
            boolean[] untold,
            boolean[][] told) {
        for (int across = 0; across < members.size(); across++) {
            String member = members.get(across);
            for (int row = 0; row < services.size(); row++) {
                long was = before.count(services.get(row), member, column);
                hidden[row][across] = was < 0;
                told[row][across] = was == value[row][across];
            }
            for (int of = 0; of < departments.size(); of++) {
                Service together = new Service(Member.WITHHELD, departments.get(of));
                pooled[of][across] |= before.count(together, member, column) < 0;
            }
            untold[across] |= before.count(CITY, member, column) < 0;
        }
    }

    private List<Integer> wholes(int column) {
        return twinsOf(column).stream()
                .flatMap(twin -> columns.wholes().getOrDefault(columns.counts().get(twin), List.of()).stream())
                .map(name -> twins[columns.counts().indexOf(name)])
                .filter(whole -> whole != column)
                .distinct()
                .toList();
    }

    private List<Integer> parts(int column) {
        List<Integer> parts = new ArrayList<>();
        for (int part = 0; part < twins.length; part++) {
            if (twins[part] == part && wholes(part).contains(column)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private List<Integer> twinsOf(int column) {
        List<Integer> all = new ArrayList<>();
        for (int other = 0; other < twins.length; other++) {
            if (twins[other] == column) {
                all.add(other);
            }
        }
        return all;
    }

    private static boolean everywhere(Cells cells, int part, int whole) {
        return cells.rows().values().stream()
                .flatMap(row -> row.values().stream())
                .allMatch(numbers -> atMost(numbers[part], numbers[whole]));
    }

    private static boolean atMost(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return part != null && whole != null && part.compareTo(whole) <= 0;
    }

    private long[][] values(Cells cells, List<String> members, int column) {
        long[][] values = new long[services.size()][members.size()];
        for (int row = 0; row < values.length; row++) {
            for (int across = 0; across < members.size(); across++) {
                values[row][across] = cells.count(services.get(row), members.get(across), column);
            }
        }
        return values;
    }

    private static long[][] filled(int rows, int columns, long value) {
        long[][] filled = new long[rows][columns];
        for (long[] row : filled) {
            Arrays.fill(row, value);
        }
        return filled;
    }

    private static long[][] difference(long[][] one, long[][] other) {
        long[][] difference = new long[one.length][];
        for (int row = 0; row < one.length; row++) {
            difference[row] = new long[one[row].length];
            for (int column = 0; column < one[row].length; column++) {
                difference[row][column] = one[row][column] - other[row][column];
            }
        }
        return difference;
    }

    private static long[][] least(long[][] one, long[][] other) {
        long[][] least = new long[one.length][];
        for (int row = 0; row < one.length; row++) {
            least[row] = new long[one[row].length];
            for (int column = 0; column < one[row].length; column++) {
                least[row][column] = Math.min(one[row][column], other[row][column]);
            }
        }
        return least;
    }
}
