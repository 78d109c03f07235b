package city.luotsi.jobs.protect;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is told of all confidential services of the city together, as one row a day or month.
 *
 * @param numbers the columns, those that are counted first
 * @param smallest the smallest group that is shown of them
 */
record CityRows(Duck duck, CountColumns counts, List<String> numbers, int smallest) {

    /** Of each month that is planned. */
    List<ToldRows.Row> months(String from, Map<LocalDate, MonthPlan> plans) throws SQLException {
        List<ToldRows.Row> rows = new ArrayList<>();
        read(from, "month").forEach((month, values) -> {
            MonthPlan plan = plans.get(month);
            if (plan != null) {
                rows.add(ToldRows.row(
                        month,
                        values,
                        number -> !counts.isOfStock(numbers.get(number))
                                && counts.behind(numbers.get(number)).stream().anyMatch(plan.totals()::isUntold)));
            }
        });
        return rows;
    }

    /** Of each day there is. */
    List<ToldRows.Row> days(String from) throws SQLException {
        Map<LocalDate, TreeMap<LocalDate, BigDecimal[]>> months = new TreeMap<>();
        read(from, "day")
                .forEach((day, values) -> months.computeIfAbsent(day.withDayOfMonth(1), month -> new TreeMap<>())
                        .put(day, values));
        List<ToldRows.Row> rows = new ArrayList<>();
        for (TreeMap<LocalDate, BigDecimal[]> month : months.values()) {
            List<BigDecimal[]> values = List.copyOf(month.values());
            List<boolean[]> hidden = new ArrayList<>();
            for (int column = 0; column < counts.counts().size(); column++) {
                hidden.add(hiddenDays(values, column));
            }
            int day = 0;
            for (Map.Entry<LocalDate, BigDecimal[]> one : month.entrySet()) {
                int at = day++;
                rows.add(ToldRows.row(
                        one.getKey(), one.getValue(), column -> isHidden(numbers.get(column), hidden, at)));
            }
        }
        return rows;
    }

    /** The city's stock is told each day: where one of the flows behind it is hidden, all of them are. */
    private boolean isHidden(String number, List<boolean[]> hidden, int day) {
        if (counts.flows().contains(number)) {
            return counts.flows().stream()
                    .anyMatch(flow -> hidden.get(counts.counts().indexOf(flow))[day]);
        }
        if (counts.isOfStock(number)) {
            return false;
        }
        return counts.behind(number).stream().anyMatch(count -> hidden.get(count)[day]);
    }

    private boolean[] hiddenDays(List<BigDecimal[]> days, int column) {
        return HiddenDays.of(
                days.stream().mapToLong(day -> day[column].longValue()).toArray(),
                slacks(days, column, counts.wholes()),
                slacks(days, column, counts.groups()),
                smallest);
    }

    /** By whole that a count is a part of: by day, how much larger it is. */
    private List<long[]> slacks(List<BigDecimal[]> days, int column, Map<String, List<String>> wholes) {
        return wholes.getOrDefault(counts.counts().get(column), List.of()).stream()
                .map(whole -> counts.counts().indexOf(whole))
                .map(whole -> days.stream()
                        .mapToLong(day -> day[whole].longValue() - day[column].longValue())
                        .toArray())
                .toList();
    }

    private Map<LocalDate, BigDecimal[]> read(String from, String time) throws SQLException {
        Map<LocalDate, BigDecimal[]> rows = new TreeMap<>();
        duck.each("select * from " + from, row -> {
            BigDecimal[] values = new BigDecimal[numbers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = new BigDecimal(row.getObject(numbers.get(i)).toString());
            }
            rows.put(row.getObject(time, LocalDate.class), values);
        });
        return rows;
    }
}
