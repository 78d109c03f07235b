package city.luotsi.jobs.protect;

import static city.luotsi.jobs.protect.Duck.list;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.city.Member;
import city.luotsi.jobs.cube.Cube;
import city.luotsi.jobs.cube.CubeTable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events by log bucket. Of confidential services, buckets are put together until each holds k events; a service with fewer
 * stands with the others of its department, else of the city.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to compute with; nobody compares them as a whole
final class ProtectedBuckets {
    private static final List<String> REST = List.of("measure", "bucket", "events");

    private final Duck duck;
    private final Catalogue catalogue;
    private final Confidential confidential;
    private final LocalDate through;
    private final Optional<Map<String, ToldMonths.Month>> known;
    private final List<CubeTable> fine;
    private final List<Grain> coarse;
    private Map<String, ToldMonths.Month> months = Map.of();

    /**
     * @param through the last day of the last month whose confidential services are told apart
     * @param known from what the publication before, attached as {@code before}, was told; empty if there is none
     */
    ProtectedBuckets(
            Duck duck,
            Catalogue catalogue,
            Subject subject,
            Cube cube,
            Confidential confidential,
            LocalDate through,
            Optional<Map<String, ToldMonths.Month>> known) {
        this.duck = duck;
        this.catalogue = catalogue;
        this.confidential = confidential;
        this.through = through;
        this.known = known;
        this.fine = cube.tables().stream()
                .filter(table -> table.grain().kind() == GrainKind.BUCKET
                        && table.grain().subject().equals(subject.name()))
                .toList();
        this.coarse =
                subject.grains(GrainKind.BUCKET).stream().filter(Grain::coarse).toList();
    }

    /** Writes all tables; returns those that the cube doesn't have. */
    List<CubeTable> write() throws SQLException {
        List<CubeTable> added = coarse.stream()
                .map(grain -> new CubeTable(
                        grain,
                        Stream.concat(Stream.of(grain.timeColumn()), catalogue.columnsOf(grain).stream())
                                .toList(),
                        REST))
                .toList();
        boolean hasConfidential = hasConfidential();
        SameMonths same = SameMonths.of(
                duck,
                fine.stream()
                        .map(table -> "select month, hash(cell) as hash from cube.%s as cell where month <= date '%s'"
                                .formatted(table.name(), through))
                        .collect(Collectors.joining(" union all ")),
                List.of(confidential, hasConfidential),
                Stream.concat(fine.stream(), added.stream()).toList(),
                known);
        for (CubeTable table : fine) {
            fineRows(table, hasConfidential, same);
        }
        for (CubeTable table : added) {
            coarseRows(table, same);
        }
        months = same.months();
        return added;
    }

    /** From what was told; after {@link #write}. */
    Map<String, ToldMonths.Month> months() {
        return months;
    }

    private void fineRows(CubeTable table, boolean hasConfidential, SameMonths same) throws SQLException {
        String from = "cube." + table.name();
        if (table.keys().contains("service")) {
            open(table, "select * from " + from, "");
            if (!confidential.isEmpty()) {
                merged(table, List.of(table.grain().timeColumn()), from, confidential.condition(), same);
                same.takeOver(table, "service = '%s'".formatted(Member.WITHHELD));
            }
        } else if (hasConfidential) {
            duck.execute("create table %s as from %s limit 0".formatted(table.name(), from));
            merged(table, table.keys(), from, "true", same);
            same.takeOver(table, "true");
        } else {
            duck.execute("create table %s as from %s".formatted(table.name(), from));
        }
    }

    private void coarseRows(CubeTable table, SameMonths same) throws SQLException {
        CubeTable from = fine.stream()
                .filter(one -> one.keys().containsAll(table.keys()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(table.name() + " can't be added up from another table"));
        open(
                table,
                "select %s, measure, bucket, cast(sum(events) as bigint) as events from cube.%s group by all"
                        .formatted(list(table.keys()), from.name()),
                " order by all");
        if (!confidential.isEmpty()) {
            services(table, from, same);
            same.takeOver(table, confidential.theirs());
        }
    }

    /** @param order SQL; those of the cube have an order that is good to read, but for what changed lately */
    private void open(CubeTable table, String rows, String order) throws SQLException {
        duck.execute("create table %s as select * from (%s) where %s%s"
                .formatted(table.name(), rows, confidential.isEmpty() ? "true" : confidential.others(), order));
    }

    private boolean hasConfidential() throws SQLException {
        List<Long> found = new ArrayList<>();
        for (CubeTable table : fine) {
            if (table.keys().contains("service") && !confidential.isEmpty()) {
                duck.each(
                        "select count(*) from cube.%s where %s".formatted(table.name(), confidential.condition()),
                        row -> found.add(row.getLong(1)));
            }
        }
        return found.stream().anyMatch(count -> count > 0);
    }

    /** A row of keys ("" is unknown) and a measure, without the bucket. */
    private record Place(List<@Nullable String> keys, String measure) {}

    private record Events(TreeMap<Integer, Long> byBucket, long[] unknown) {
        Events() {
            this(new TreeMap<>(), new long[1]);
        }

        void add(@Nullable Integer bucket, long events) {
            if (bucket == null) {
                unknown[0] += events;
            } else {
                byBucket.merge(bucket, events, Long::sum);
            }
        }

        void add(Events other) {
            other.byBucket.forEach((bucket, events) -> byBucket.merge(bucket, events, Long::sum));
            unknown[0] += other.unknown[0];
        }
    }

    private Map<Place, Events> read(List<String> keys, String from, String condition, SameMonths same)
            throws SQLException {
        Map<Place, Events> places = new LinkedHashMap<>();
        duck.each(
                "select %1$s, measure, bucket, sum(events) from %2$s where %3$s and month <= date '%4$s' and not (%5$s) group by all order by all"
                        .formatted(list(keys), from, condition, through, same.condition()),
                row -> {
                    List<@Nullable String> values = new ArrayList<>();
                    for (int i = 0; i < keys.size(); i++) {
                        values.add(row.getString(i + 1));
                    }
                    Place place = new Place(values, row.getString(keys.size() + 1));
                    int bucket = row.getInt(keys.size() + 2);
                    Integer known = row.wasNull() ? null : bucket;
                    places.computeIfAbsent(place, key -> new Events()).add(known, row.getLong(keys.size() + 3));
                });
        return places;
    }

    /** All that meets a condition, together as one row where the table has more keys than are told. */
    private void merged(CubeTable table, List<String> keys, String from, String condition, SameMonths same)
            throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (var place : read(keys, from, condition, same).entrySet()) {
            List<@Nullable String> told = new ArrayList<>(place.getKey().keys());
            told.addAll(Collections.nCopies(table.keys().size() - keys.size(), Member.WITHHELD));
            add(rows, told, place.getKey().measure(), place.getValue(), confidential.largest());
        }
        List<String> ordered = new ArrayList<>(keys);
        table.keys().stream().filter(key -> !keys.contains(key)).forEach(ordered::add);
        insert(table, ordered, rows);
    }

    private void services(CubeTable table, CubeTable from, SameMonths same) throws SQLException {
        List<String> keys = List.of("month", "service", "department");
        List<List<@Nullable String>> rows = new ArrayList<>();
        Map<Place, Events> departments = new LinkedHashMap<>();
        for (var place : read(keys, "cube." + from.name(), confidential.condition(), same)
                .entrySet()) {
            List<@Nullable String> key = place.getKey().keys();
            int k = confidential.smallest().getOrDefault(String.valueOf(key.get(1)), confidential.largest());
            if (!add(rows, key, place.getKey().measure(), place.getValue(), k)) {
                pool(departments, place, Arrays.asList(key.get(0), Member.WITHHELD, key.get(2)));
            }
        }
        Map<Place, Events> city = new LinkedHashMap<>();
        for (var place : departments.entrySet()) {
            List<@Nullable String> key = place.getKey().keys();
            if (!add(rows, key, place.getKey().measure(), place.getValue(), confidential.largest())) {
                pool(city, place, Arrays.asList(key.get(0), Member.WITHHELD, Member.WITHHELD));
            }
        }
        for (var place : city.entrySet()) {
            add(rows, place.getKey().keys(), place.getKey().measure(), place.getValue(), confidential.largest());
        }
        insert(table, keys, rows);
    }

    private static void pool(Map<Place, Events> places, Map.Entry<Place, Events> one, List<@Nullable String> keys) {
        places.computeIfAbsent(new Place(keys, one.getKey().measure()), key -> new Events())
                .add(one.getValue());
    }

    /** Adds the buckets of a place; where there are too few events, one row without any, which says that they are hidden. */
    private static boolean add(
            List<List<@Nullable String>> rows, List<@Nullable String> keys, String measure, Events events, int k) {
        var merged = Histogram.merged(events.byBucket(), k);
        merged.forEach((bucket, count) -> rows.add(row(keys, measure, String.valueOf(bucket), String.valueOf(count))));
        if (events.unknown()[0] >= k) {
            rows.add(row(keys, measure, null, String.valueOf(events.unknown()[0])));
        }
        if (merged.isEmpty()) {
            rows.add(row(keys, measure, null, null));
        }
        return !merged.isEmpty();
    }

    private static List<@Nullable String> row(
            List<@Nullable String> keys, String measure, @Nullable String bucket, @Nullable String events) {
        List<@Nullable String> row = new ArrayList<>(keys);
        row.add(measure);
        row.add(bucket);
        row.add(events);
        return row;
    }

    private void insert(CubeTable table, List<String> keys, List<List<@Nullable String>> rows) throws SQLException {
        String columns = Stream.concat(keys.stream(), REST.stream()).collect(Collectors.joining(", "));
        duck.insert(table.name(), columns, rows);
    }
}
