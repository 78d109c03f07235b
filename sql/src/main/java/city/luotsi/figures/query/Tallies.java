package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a statement answered, by member and piece of time. */
final class Tallies {

    /** {@code piece} is empty for what came before the period. */
    private record Place(String member, Optional<LocalDate> piece) {}

    private final Map<Place, Tally> tallies = new LinkedHashMap<>();
    private final Set<String> members = new LinkedHashSet<>();
    private final Set<Place> hidden = new HashSet<>();
    private final Map<Place, Gathered> gathered = new LinkedHashMap<>();

    private Tallies() {}

    static Tallies ask(Connection connection, Kpi kpi, QuerySql sql) throws SQLException {
        Tallies answer = new Tallies();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.text())) {
            while (rows.next()) {
                Date piece = rows.getDate("piece");
                Place place = new Place(
                        rows.getString("member"), Optional.ofNullable(piece).map(Date::toLocalDate));
                if (rows.getBoolean("hidden")) {
                    answer.hidden.add(place);
                }
                if (kpi.rollup() == Rollup.QUANTILE) {
                    answer.gather(place, rows);
                } else {
                    answer.add(place, read(kpi, rows));
                }
            }
        }
        answer.gathered.forEach((place, known) -> answer.add(place, new Tally.Buckets(known.events, known.unknown)));
        return answer;
    }

    Set<String> members() {
        return members;
    }

    Optional<Tally> at(String member, Optional<LocalDate> piece) {
        return Optional.ofNullable(tallies.get(new Place(member, piece)));
    }

    /** Whether a part of it may not be told. */
    boolean isHidden(String member, Optional<LocalDate> piece) {
        return hidden.contains(new Place(member, piece));
    }

    boolean isAnyHidden() {
        return !hidden.isEmpty();
    }

    /** Whether all its sums are zero, and none is hidden. */
    boolean isNothing(String member) {
        return hidden.stream().noneMatch(place -> place.member().equals(member))
                && tallies.entrySet().stream()
                        .filter(entry -> entry.getKey().member().equals(member))
                        .allMatch(entry -> entry.getValue().equals(Tally.Sums.NONE));
    }

    private void add(Place place, Tally tally) {
        members.add(place.member());
        tallies.put(place, tally);
    }

    /** A row of a quantile is one bucket of many. */
    private void gather(Place place, ResultSet row) throws SQLException {
        Gathered known = gathered.computeIfAbsent(place, _ -> new Gathered());
        int bucket = row.getInt("bucket");
        boolean noValue = row.wasNull();
        long events = row.getLong("events");
        if (noValue) {
            known.unknown += events;
        } else {
            known.events.merge(bucket, events, Long::sum);
        }
    }

    private static final class Gathered {
        private final TreeMap<Integer, Long> events = new TreeMap<>();
        private long unknown;
    }

    private static Tally read(Kpi kpi, ResultSet row) throws SQLException {
        return switch (kpi.rollup()) {
            case SUM, STOCK, PER_RESIDENT ->
                new Tally.Sums(row.getDouble("value"), 0, row.getDouble("counted"), row.getDouble("rows"));
            case RATIO ->
                new Tally.Sums(
                        row.getDouble("numerator"),
                        row.getDouble("denominator"),
                        row.getDouble("counted"),
                        row.getDouble("rows"));
            case STOCK_AGE ->
                new Tally.Sums(
                        row.getDouble("value"),
                        row.getDouble("since"),
                        row.getDouble("counted"),
                        row.getDouble("rows"));
            case QUANTILE -> throw new IllegalArgumentException("a row of a quantile is one bucket of many");
            case DISTINCT -> distinct(row);
        };
    }

    private static Tally distinct(ResultSet row) throws SQLException {
        List<byte[]> sketches = new ArrayList<>();
        Array array = row.getArray("sketches");
        for (Object element : (Object[]) array.getArray()) {
            if (element instanceof Blob blob) {
                sketches.add(blob.getBytes(1, (int) blob.length()));
            } else if (element instanceof byte[] bytes) {
                sketches.add(bytes);
            }
        }
        return new Tally.Distinct(sketches, row.getDouble("counted"), row.getDouble("rows"));
    }
}
