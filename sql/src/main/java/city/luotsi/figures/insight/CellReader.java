package city.luotsi.figures.insight;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Publication;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds up a finished publication's cells by slice and piece of time. */
final class CellReader {
    private static final String SERVICE = "service";
    private static final int WEEKDAY_DAYS = 26 * 7;

    private final Connection connection;
    private final Publication publication;
    private final Map<String, Optional<String>> departmentOf = new HashMap<>();
    private final Set<String> confidential = new HashSet<>();
    /** Of these departments only months are complete. */
    private final Set<String> partlyTold = new HashSet<>();

    CellReader(Connection connection, Publication publication) {
        this.connection = connection;
        this.publication = publication;
        publication.members(SERVICE).forEach(service -> departmentOf.put(service.id(), service.parent()));
        publication.confidential().forEach(service -> {
            confidential.add(service.service());
            service.department().ifPresent(partlyTold::add);
        });
    }

    /** Weeks of the city, of its open services and their districts and channels. */
    CellSums weeks(Subject subject, List<String> columns, LocalDate newest) throws SQLException {
        int pieces = Pace.WEEK.pieces(publication.data().from(), newest);
        CellSums sums = new CellSums(Pace.WEEK, newest, pieces, columns);
        boolean wholesRead = false;
        for (Grain grain : subject.grains(GrainKind.CELL)) {
            Optional<String> cut = cut(grain);
            if (grain.coarse() || !grain.day() || cut.isEmpty()) {
                continue;
            }
            weeks(grain, cut.get(), columns, sums, !wholesRead);
            wholesRead = true;
        }
        sums.forget(publication.gaps());
        return sums;
    }

    /** @param wholes whether the city, departments and services are added up too: of one table only */
    private void weeks(Grain grain, String cut, List<String> columns, CellSums sums, boolean wholes)
            throws SQLException {
        // one row per service, district or channel, and week before the newest day; of a hidden day its week isn't
        // known
        String sql = """
                select service, %1$s as part, least((date_diff('day', day, ?)) // 7, ?) as ago, %2$s
                from %3$s
                where day <= ?
                group by all
                """.formatted(
                cut, columns.stream().map(CellReader::sumIfTold).collect(Collectors.joining(", ")), grain.table());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, sums.newest());
            statement.setInt(2, sums.pieces());
            statement.setObject(3, sums.newest());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int ago = rows.getInt("ago");
                    double[] values = values(rows, columns.size());
                    Optional<Slice> service = Optional.ofNullable(rows.getString(SERVICE))
                            .filter(id -> !id.equals(Member.WITHHELD))
                            .map(this::slice);
                    if (wholes) {
                        sums.add(Slice.CITY, ago, values);
                        service.flatMap(Slice::department)
                                .filter(department -> !partlyTold.contains(department))
                                .ifPresent(department -> sums.add(Slice.ofDepartment(department), ago, values));
                        service.ifPresent(slice -> sums.add(slice, ago, values));
                    }
                    Optional<String> part = Optional.ofNullable(rows.getString("part"));
                    if (service.isPresent() && part.isPresent()) {
                        sums.add(part(service.get(), cut, part.get()), ago, values);
                    }
                }
            }
        }
    }

    /** SQL: null as soon as one of the days is hidden, which only what is told of confidential services together can be. */
    private static String sumIfTold(String column) {
        return "case when not (%s) then cast(sum(%s) as double) end".formatted(isHidden(column), column);
    }

    private static String isHidden(String column) {
        return "coalesce(bool_or(%s is null and service = '%s'), false)".formatted(column, Member.WITHHELD);
    }

    /** Months of confidential services, their districts and channels: a number that is hidden makes its sum unknown. */
    CellSums months(Subject subject, List<String> columns, LocalDate newest) throws SQLException {
        int pieces = Pace.MONTH.pieces(publication.data().from(), newest);
        CellSums sums = new CellSums(Pace.MONTH, newest, pieces, columns);
        for (Grain grain : subject.grains(GrainKind.CELL)) {
            if (grain.coarse() && !grain.day() && grain.dimensions().contains(SERVICE)) {
                boolean whole = grain.dimensions().equals(List.of(SERVICE));
                Optional<String> cut = cut(grain);
                if (whole || cut.isPresent()) {
                    months(grain, whole ? Optional.empty() : cut, columns, sums);
                }
            }
        }
        sums.forget(publication.gaps());
        return sums;
    }

    private void months(Grain grain, Optional<String> cut, List<String> columns, CellSums sums) throws SQLException {
        // one row per cell; a hidden number is null
        String sql = "select service, month, %s as part, %s from %s where month <= ?"
                .formatted(
                        cut.orElse("''"),
                        columns.stream().map("cast(%s as double)"::formatted).collect(Collectors.joining(", ")),
                        grain.table());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, sums.newest());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String service = rows.getString(SERVICE);
                    String part = rows.getString("part");
                    Date month = rows.getDate("month");
                    if (service == null
                            || part == null
                            || month == null
                            || part.equals(Member.WITHHELD)
                            || !confidential.contains(service)) {
                        continue;
                    }
                    int ago = (int)
                            YearMonth.from(month.toLocalDate()).until(YearMonth.from(sums.newest()), ChronoUnit.MONTHS);
                    Slice slice = cut.map(dimension -> part(slice(service), dimension, part))
                            .orElseGet(() -> slice(service));
                    sums.add(slice, ago, values(rows, columns.size()));
                }
            }
        }
    }

    Weekdays weekdays(Subject subject, String column, LocalDate newest) throws SQLException {
        Set<LocalDate> holidays = holidays();
        Map<LocalDate, Double> cityByDay = new HashMap<>();
        Map<LocalDate, Double> toldByDay = new HashMap<>();
        Map<Slice, double[]> counts = new HashMap<>();
        Optional<Grain> grain = subject.grains(GrainKind.CELL).stream()
                .filter(known -> known.day() && cut(known).isPresent())
                .findFirst();
        if (grain.isPresent()) {
            // one row per service and day of the last half year
            String sql = "select service, day, %s as events from %s where day > ? and day <= ? group by all"
                    .formatted(sumIfTold(column), grain.get().table());
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, newest.minusDays(WEEKDAY_DAYS));
                statement.setObject(2, newest);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        LocalDate day = rows.getObject("day", LocalDate.class);
                        if (holidays.contains(day)) {
                            continue;
                        }
                        int weekday = day.getDayOfWeek().getValue() - 1;
                        double events = rows.getDouble("events");
                        boolean isHidden = rows.wasNull();
                        cityByDay.merge(day, isHidden ? Double.NaN : events, Double::sum);
                        toldByDay.merge(day, isHidden ? 0 : events, Double::sum);
                        Optional<Slice> service = Optional.ofNullable(rows.getString(SERVICE))
                                .filter(id -> !id.equals(Member.WITHHELD))
                                .map(this::slice);
                        Stream.concat(
                                        service.stream(),
                                        service.flatMap(Slice::department).map(Slice::ofDepartment).stream())
                                .forEach(slice ->
                                        counts.computeIfAbsent(slice, any -> new double[7])[weekday] += events);
                    }
                }
            }
        }
        DayWeights ofCity = DayWeights.of(byWeekday(cityByDay, toldByDay), holidays, DayWeights.even(holidays));
        Map<Slice, DayWeights> weights = new HashMap<>();
        counts.forEach((slice, ofSlice) -> weights.put(slice, DayWeights.of(ofSlice, holidays, ofCity)));
        return new Weekdays(ofCity, weights);
    }

    /**
     * As many as there would be if the days that are hidden were like the others of their weekday; where all of those are
     * hidden, because there are so few, as many as are told.
     */
    private static double[] byWeekday(Map<LocalDate, Double> days, Map<LocalDate, Double> told) {
        double[] weekdays = new double[7];
        for (int weekday = 0; weekday < weekdays.length; weekday++) {
            DayOfWeek name = DayOfWeek.of(weekday + 1);
            List<LocalDate> all = days.keySet().stream()
                    .filter(day -> day.getDayOfWeek() == name)
                    .toList();
            weekdays[weekday] =
                    all.size() * mean(all, days).orElseGet(() -> mean(all, told).orElse(0));
        }
        return weekdays;
    }

    /** Of what is known. */
    private static OptionalDouble mean(List<LocalDate> days, Map<LocalDate, Double> events) {
        return days.stream()
                .mapToDouble(day -> events.getOrDefault(day, Double.NaN))
                .filter(count -> !Double.isNaN(count))
                .average();
    }

    private Set<LocalDate> holidays() throws SQLException {
        Set<LocalDate> days = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select day from holiday")) {
            while (rows.next()) {
                days.add(rows.getObject("day", LocalDate.class));
            }
        }
        return days;
    }

    private Slice slice(String service) {
        return Slice.ofService(departmentOf.getOrDefault(service, Optional.empty()), service);
    }

    private static Slice part(Slice service, String dimension, String member) {
        return dimension.equals("district") ? service.inDistrict(member) : service.byChannel(member);
    }

    /** The one dimension by which a table cuts its services, if it is one of those that are looked at. */
    private Optional<String> cut(Grain grain) {
        Catalogue catalogue = publication.catalogue();
        if (grain.dimensions().size() != 2 || !grain.dimensions().contains(SERVICE)) {
            return Optional.empty();
        }
        return grain.dimensions().stream()
                .filter(dimension -> dimension.equals("district") || dimension.equals("channel"))
                .filter(catalogue.dimensions()::containsKey)
                .findFirst();
    }

    private static double[] values(ResultSet row, int columns) throws SQLException {
        double[] values = new double[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = row.getDouble(4 + i);
            if (row.wasNull()) {
                values[i] = Double.NaN;
            }
        }
        return values;
    }
}
