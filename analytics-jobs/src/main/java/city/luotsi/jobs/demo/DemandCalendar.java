package city.luotsi.jobs.demo;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.Holiday;
import city.luotsi.figures.city.PackTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many requests a day has, compared to others: by season, day of the week and public holiday. */
final class DemandCalendar {
    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };
    private static final String[] DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"};
    private static final int HOLIDAY = 7;
    private final Map<String, List<Double>> seasons;
    private final Map<String, List<Double>> weeks;
    private final Set<LocalDate> holidays;

    private DemandCalendar(
            Map<String, List<Double>> seasons, Map<String, List<Double>> weeks, Set<LocalDate> holidays) {
        this.seasons = seasons;
        this.weeks = weeks;
        this.holidays = holidays;
    }

    static DemandCalendar of(CityPack pack, Definitions definitions) {
        return new DemandCalendar(
                table(definitions, "season", MONTHS),
                table(definitions, "week", DAYS),
                pack.holidays().stream().map(Holiday::day).collect(Collectors.toSet()));
    }

    private static Map<String, List<Double>> table(Definitions definitions, String name, String... columns) {
        Map<String, List<Double>> rows = new HashMap<>();
        PackTable.read(definitions, "demo/%s.csv".formatted(name), name).map(row -> {
            List<Double> weights = new ArrayList<>();
            for (String column : columns) {
                weights.add(row.number(column));
            }
            return rows.put(row.text(name), weights) == null;
        });
        return rows;
    }

    /** @throws IllegalArgumentException if there is no such season or week */
    void require(String season, String week) {
        if (!seasons.containsKey(season) || !weeks.containsKey(week)) {
            throw new IllegalArgumentException("season '%s' and week '%s': known are %s and %s"
                    .formatted(season, week, seasons.keySet(), weeks.keySet()));
        }
    }

    double weight(String season, String week, LocalDate day) {
        require(season, week);
        int weekday = holidays.contains(day) ? HOLIDAY : day.getDayOfWeek().getValue() - 1;
        return ofYear(seasons.getOrDefault(season, List.of()), day)
                * weeks.getOrDefault(week, List.of()).get(weekday);
    }

    // From the middle of a month to that of the next the weight changes evenly, so that no month begins with a jump.
    private static double ofYear(List<Double> months, LocalDate day) {
        double position = day.getMonthValue() - 1 + (day.getDayOfMonth() - 0.5) / day.lengthOfMonth() - 0.5;
        int before = (int) Math.floor(position);
        double rest = position - before;
        return months.get(Math.floorMod(before, 12)) * (1 - rest) + months.get(Math.floorMod(before + 1, 12)) * rest;
    }
}
