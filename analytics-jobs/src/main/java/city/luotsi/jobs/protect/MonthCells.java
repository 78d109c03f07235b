package city.luotsi.jobs.protect;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of confidential services by month, service and the members of one dimension.
 *
 * @param months by month
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them as a whole
record MonthCells(Map<LocalDate, Cells> months) {
    private static final long HIDDEN = -1;

    /** A row of a table: a service as one department carries it out; "" is an unknown department. */
    record Service(String service, String department) {}

    /**
     * One month: by service and member ("" is unknown) its numbers in the order of the columns, null where hidden.
     *
     * @param places by member: the values of its own and coarser dimensions, as the tables spell them
     */
    record Cells(Map<Service, Map<String, @Nullable BigDecimal[]>> rows, Map<String, List<@Nullable String>> places) {
        static final Cells NONE = new Cells(Map.of(), Map.of());

        List<String> members() {
            return places.keySet().stream().sorted().toList();
        }

        @Nullable BigDecimal @Nullable [] at(Service service, String member) {
            return rows.getOrDefault(service, Map.of()).get(member);
        }

        /** 0 where there is no such cell, −1 where it is hidden. */
        long count(Service service, String member, int column) {
            @Nullable BigDecimal[] numbers = at(service, member);
            return numbers == null ? 0 : MonthCells.count(numbers[column]);
        }
    }

    /**
     * @param from a table or query
     * @param dimensions its columns beside month, service and department, the finest last
     * @param columns its numbers
     */
    static MonthCells read(Duck duck, String from, List<String> dimensions, List<String> columns) throws SQLException {
        Map<LocalDate, Cells> months = new TreeMap<>();
        List<String> selected = new ArrayList<>(List.of("month", "service", "department"));
        selected.addAll(dimensions);
        int first = selected.size() + 1;
        columns.forEach(column -> selected.add(Duck.quoted(column)));
        duck.each("select %s from %s order by all".formatted(Duck.list(selected), from), row -> {
            @Nullable BigDecimal[] numbers = new BigDecimal[columns.size()];
            for (int i = 0; i < numbers.length; i++) {
                Object number = row.getObject(first + i);
                numbers[i] = number == null ? null : new BigDecimal(number.toString());
            }
            List<@Nullable String> place = new ArrayList<>();
            for (String dimension : dimensions) {
                place.add(row.getString(dimension));
            }
            String member = dimensions.isEmpty() ? "" : known(place.getLast());
            Cells month = months.computeIfAbsent(
                    row.getObject(1, LocalDate.class), key -> new Cells(new LinkedHashMap<>(), new LinkedHashMap<>()));
            month.places().put(member, place);
            month.rows()
                    .computeIfAbsent(
                            new Service(known(row.getString(2)), known(row.getString(3))), key -> new LinkedHashMap<>())
                    .put(member, numbers);
        });
        return new MonthCells(months);
    }

    private static long count(@Nullable BigDecimal number) {
        return number == null ? HIDDEN : number.longValue();
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }
}
