package city.luotsi.jobs.protect;

import static city.luotsi.jobs.protect.Duck.list;
import static city.luotsi.jobs.protect.Duck.quoted;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.GrainKind;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.city.Member;
import city.luotsi.jobs.cube.Cube;
import city.luotsi.jobs.cube.CubeTable;
import city.luotsi.jobs.protect.MonthCells.Cells;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of sums of one subject. */
final class ProtectedCells {
    private static final List<String> WHO = List.of("service", "department");

    private final Duck duck;
    private final Catalogue catalogue;
    private final Confidential confidential;
    private final LocalDate through;
    private final Optional<Map<String, ToldMonths.Month>> known;
    private final CubeTable finest;
    private final List<CubeTable> fine;
    private final List<Grain> coarse;
    private final CountColumns counts;
    private final Map<String, String> types = new HashMap<>();
    private final Map<LocalDate, MonthPlan> plans = new LinkedHashMap<>();
    private Map<String, ToldMonths.Month> months = Map.of();

    /**
     * @param through the last day of the last month whose confidential services are told apart
     * @param known from what the publication before, attached as {@code before}, was told; empty if there is none
     */
    ProtectedCells(
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
                .filter(table -> table.grain().kind() == GrainKind.CELL
                        && table.grain().subject().equals(subject.name()))
                .toList();
        this.coarse =
                subject.grains(GrainKind.CELL).stream().filter(Grain::coarse).toList();
        this.counts = CountColumns.of(catalogue, subject.name(), cube.columns());
        this.finest = fine.stream()
                .filter(table -> !table.grain().day())
                .filter(table ->
                        coarse.stream().allMatch(grain -> table.keys().containsAll(catalogue.columnsOf(grain))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        subject.name() + " has no table by month with the dimensions of all its coarse tables"));
    }

    /** Writes all tables of the subject; returns those that the cube doesn't have. */
    List<CubeTable> write() throws SQLException {
        duck.each(
                "select column_name, column_type from (describe cube.%s)".formatted(finest.name()),
                row -> types.put(row.getString(1), row.getString(2)));
        List<CubeTable> added = new ArrayList<>();
        for (Grain grain : coarse) {
            List<String> keys = new ArrayList<>(List.of(grain.timeColumn()));
            keys.addAll(catalogue.columnsOf(grain));
            added.add(new CubeTable(grain, keys, finest.measures()));
        }
        for (CubeTable table : fine) {
            openRows(table, "from cube." + table.name(), "");
        }
        for (CubeTable table : added) {
            openRows(
                    table,
                    "select %s, %s from cube.%s group by all".formatted(list(table.keys()), sums(), finest.name()),
                    " order by all");
        }
        if (confidential.isEmpty()) {
            return added;
        }
        duck.execute(
                "create or replace temp table confidential_cell as select * from cube.%s where %s and month <= ?"
                        .formatted(finest.name(), confidential.condition()),
                through);
        CubeTable totals = added.stream()
                .filter(table -> dimensions(table).isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no coarse table has services only"));
        Nesting nesting = Nesting.of(counts, duck, "confidential_cell");
        SameMonths same = SameMonths.of(
                duck,
                "select month, hash(cell) as hash from confidential_cell as cell",
                List.of(nesting, counts, confidential),
                Stream.concat(fine.stream(), added.stream()).toList(),
                known);
        // what was hidden stays hidden, and was enough: of those months nothing is to be chosen
        duck.execute("delete from confidential_cell where " + same.condition());
        plans.putAll(plans(nesting, totals, same));
        for (CubeTable table : added) {
            coarseRows(table, same);
            same.takeOver(table, confidential.theirs());
            countHidden(table);
        }
        cityRows(same);
        months = same.months();
        return added;
    }

    /** From what the confidential services were told; after {@link #write}. */
    Map<String, ToldMonths.Month> months() {
        return months;
    }

    /** @param order SQL; those of the cube have an order that is good to read, but for what changed lately */
    private void openRows(CubeTable table, String rows, String order) throws SQLException {
        duck.execute("create table %s as select * from (%s) where %s%s"
                .formatted(table.name(), rows, confidential.isEmpty() ? "true" : confidential.others(), order));
    }

    private String sums() {
        return finest.measures().stream()
                .map(measure -> "cast(sum(%1$s) as %2$s) as %1$s".formatted(quoted(measure), types.get(measure)))
                .collect(Collectors.joining(", "));
    }

    private Map<LocalDate, MonthPlan> plans(Nesting nesting, CubeTable totals, SameMonths same) throws SQLException {
        Map<LocalDate, Cells> before = before(totals, List.of(), same);
        Map<LocalDate, MonthPlan> plans = new LinkedHashMap<>();
        MonthCells.read(duck, cells(List.of()), List.of(), counts.counts())
                .months()
                .forEach((month, cells) ->
                        plans.put(month, new MonthPlan(nesting, confidential.smallest(), cells, before.get(month))));
        return plans;
    }

    /** What the publication before told. */
    private Map<LocalDate, Cells> before(CubeTable table, List<String> dimensions, SameMonths same)
            throws SQLException {
        return known.isPresent() && duck.hasTable("before", table)
                ? MonthCells.read(
                                duck,
                                "(from before.%s where not (%s))".formatted(table.name(), same.condition()),
                                dimensions,
                                counts.counts())
                        .months()
                : Map.of();
    }

    /** The confidential cells of a table, unhidden. */
    private String cells(List<String> dimensions) {
        List<String> keys = new ArrayList<>(List.of("month", "service", "department"));
        keys.addAll(dimensions);
        return "(select %s, %s from confidential_cell group by all)".formatted(list(keys), sums());
    }

    private void coarseRows(CubeTable table, SameMonths same) throws SQLException {
        List<String> dimensions = dimensions(table);
        List<String> numbers = numbers();
        Map<LocalDate, Cells> before = before(table, dimensions, same);
        ToldRows told = new ToldRows(
                numbers.stream().map(counts::behind).toList(), number -> counts.isOfStock(numbers.get(number)));
        for (Map.Entry<LocalDate, Cells> month : MonthCells.read(duck, cells(dimensions), dimensions, numbers)
                .months()
                .entrySet()) {
            MonthPlan plan = Objects.requireNonNull(plans.get(month.getKey()));
            if (dimensions.isEmpty()) {
                told.totals(month.getKey(), month.getValue(), plan);
                same.addUnprotected(month.getKey(), plan.totals().unprotected());
            } else {
                same.addUnprotected(
                        month.getKey(),
                        memberRows(told, month.getKey(), month.getValue(), plan, before.get(month.getKey())));
            }
        }
        List<String> keys = new ArrayList<>(List.of("month", "service", "department"));
        keys.addAll(dimensions);
        insert(table, keys, numbers, told.rows());
    }

    /** What is withheld of others is no cell of its own. */
    private void countHidden(CubeTable table) throws SQLException {
        String isCell = Stream.concat(Stream.of("service"), dimensions(table).stream())
                .map(key -> "%s is distinct from '%s'".formatted(key, Member.WITHHELD))
                .collect(Collectors.joining(" and "));
        List<String> numbers = numbers();
        duck.execute("""
                insert into hidden_cell select '%s', unnest([%s]), unnest(told), unnest(list_transform(told, lambda n: cells - n))
                from (select [%s] as told, count(*) as cells from %s where %s and %s)""".formatted(
                        table.name(),
                        numbers.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")),
                        numbers.stream().map("count(\"%s\")"::formatted).collect(Collectors.joining(", ")),
                        table.name(),
                        confidential.condition(),
                        isCell));
    }

    /** Returns how many hidden numbers aren't protected. */
    private long memberRows(ToldRows told, LocalDate month, Cells cells, MonthPlan plan, @Nullable Cells before) {
        List<String> members = cells.members();
        long unprotected = 0;
        for (int service = 0; service < plan.services().size(); service++) {
            Hiding hiding = plan.members(service, members, cells, before);
            told.members(month, plan.services().get(service), cells, members, hiding);
            unprotected += hiding.unprotected();
        }
        return unprotected;
    }

    private static List<String> dimensions(CubeTable table) {
        return table.keys().stream()
                .filter(key -> !key.equals("month") && !WHO.contains(key))
                .toList();
    }

    /** Counts first, so that what was chosen can be looked up by their place. */
    private List<String> numbers() {
        return Stream.concat(
                        counts.counts().stream(),
                        finest.measures().stream()
                                .filter(measure -> !counts.counts().contains(measure)))
                .toList();
    }

    private void insert(CubeTable table, List<String> keys, List<String> numbers, List<ToldRows.Row> rows)
            throws SQLException {
        String columns =
                Stream.concat(keys.stream(), numbers.stream().map(Duck::quoted)).collect(Collectors.joining(", "));
        duck.insert(
                table.name(), columns, rows.stream().map(ToldRows.Row::texts).toList());
    }

    /** In tables that are cut finer all confidential services stand together, as one row a day or month. */
    private void cityRows(SameMonths same) throws SQLException {
        List<String> numbers = numbers();
        CityRows city = new CityRows(duck, counts, numbers, confidential.largest());
        for (CubeTable table : fine) {
            String time = table.grain().timeColumn();
            String sums = "(select %s, %s from cube.%s where %s group by all)"
                    .formatted(time, sums(), table.name(), confidential.condition());
            List<ToldRows.Row> rows = table.grain().day() ? city.days(sums) : city.months(sums, plans);
            List<String> keys = new ArrayList<>(List.of(time));
            table.keys().stream().filter(key -> !key.equals(time)).forEach(keys::add);
            List<ToldRows.Row> withheld = rows.stream()
                    .map(row -> row.after(1, Collections.nCopies(keys.size() - 1, Member.WITHHELD)))
                    .toList();
            insert(table, keys, numbers, withheld);
            if (!table.grain().day()) {
                same.takeOver(table, "service = '%s'".formatted(Member.WITHHELD));
            }
        }
    }
}
