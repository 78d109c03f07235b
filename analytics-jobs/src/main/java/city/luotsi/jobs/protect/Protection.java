package city.luotsi.jobs.protect;

import static city.luotsi.jobs.protect.Duck.list;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.query.Period;
import city.luotsi.jobs.cube.Cube;
import city.luotsi.jobs.cube.CubeTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes the tables of a publication from the cube, with small groups hidden. */
public final class Protection {
    private final Duck duck;
    private final Cube cube;
    private final Catalogue catalogue;
    private final Confidential confidential;
    private final Optional<ToldMonths> before;
    private final Function<List<byte[]>, byte[]> merging;

    /**
     * @param candidate the file that is being written, with the cube attached as {@code cube} and the publication before it,
     *     if there is one, as {@code before}
     * @param before from what that one was told; {@link ToldMonths#NONE} if it isn't known
     * @param merging merges sketches
     */
    public Protection(
            Connection candidate,
            Cube cube,
            Catalogue catalogue,
            CityPack pack,
            Optional<ToldMonths> before,
            Function<List<byte[]>, byte[]> merging) {
        this.duck = new Duck(candidate);
        this.cube = cube;
        this.catalogue = catalogue;
        this.confidential = Confidential.of(pack);
        this.before = before;
        this.merging = merging;
    }

    /**
     * What was written.
     *
     * @param tables all of them
     * @param note how much is hidden, in words; empty where the data has no confidential services
     * @param months from what it was told
     */
    public record Written(List<CubeTable> tables, Optional<String> note, ToldMonths months) {
        public Written {
            tables = List.copyOf(tables);
        }
    }

    public Written write() throws SQLException {
        List<CubeTable> tables = new ArrayList<>(cube.tables());
        Map<String, Map<String, ToldMonths.Month>> months = new TreeMap<>();
        for (Subject subject : catalogue.subjects().values()) {
            LocalDate through = toldThrough(subject);
            if (has(subject, GrainKind.CELL)) {
                ProtectedCells cells = new ProtectedCells(
                        duck, catalogue, subject, cube, confidential, through, known(subject, GrainKind.CELL));
                tables.addAll(cells.write());
                months.put(key(subject, GrainKind.CELL), cells.months());
            }
            if (has(subject, GrainKind.BUCKET)) {
                ProtectedBuckets buckets = new ProtectedBuckets(
                        duck, catalogue, subject, cube, confidential, through, known(subject, GrainKind.BUCKET));
                tables.addAll(buckets.write());
                months.put(key(subject, GrainKind.BUCKET), buckets.months());
            }
            if (has(subject, GrainKind.SKETCH)) {
                new ProtectedSketches(duck, subject, cube, confidential, through, merging).write();
            }
        }
        services();
        long unprotected = months.values().stream()
                .flatMap(subject -> subject.values().stream())
                .mapToLong(ToldMonths.Month::unprotected)
                .sum();
        return new Written(tables, note(unprotected), new ToldMonths(months));
    }

    private Optional<Map<String, ToldMonths.Month>> known(Subject subject, GrainKind kind) {
        return before.map(told -> told.of(key(subject, kind)));
    }

    private static String key(Subject subject, GrainKind kind) {
        return "%s %s".formatted(subject.name(), kind).toLowerCase(Locale.ROOT);
    }

    private boolean has(Subject subject, GrainKind kind) {
        return cube.tables().stream()
                .anyMatch(table ->
                        table.grain().kind() == kind && table.grain().subject().equals(subject.name()));
    }

    private LocalDate toldThrough(Subject subject) {
        int longest = catalogue.kpis().values().stream()
                .filter(kpi -> kpi.of().equals(subject.name()))
                .mapToInt(Kpi::knownAfterDays)
                .max()
                .orElse(0);
        return Period.lastWholeMonth(cube.completeThrough().minusDays(longest)).to();
    }

    private void services() throws SQLException {
        List<String> tables = cube.tables().stream()
                .filter(table ->
                        table.grain().kind() == GrainKind.CELL && !table.grain().day())
                .map(table -> "select service, department from cube." + table.name())
                .toList();
        if (confidential.isEmpty() || tables.isEmpty()) {
            return;
        }
        for (var service : confidential.smallest().entrySet()) {
            duck.execute(
                    "insert into confidential_service select distinct service, department, cast(? as integer) from (%s) where service = ?"
                            .formatted(String.join(" union all ", tables)),
                    service.getValue(),
                    service.getKey());
        }
    }

    private Optional<String> note(long unprotected) throws SQLException {
        List<String> notes = new ArrayList<>();
        duck.each("select sum(told), sum(hidden) from hidden_cell having sum(told) + sum(hidden) > 0", row -> {
            long hidden = row.getLong(2);
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d numbers of confidential services are hidden, because a group is too small or would give one away",
                    hidden,
                    hidden + row.getLong(1)));
        });
        if (unprotected > 0) {
            notes.add(String.format(Locale.ROOT, "of %,d of them a narrower range can be computed", unprotected));
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(list(notes));
    }
}
