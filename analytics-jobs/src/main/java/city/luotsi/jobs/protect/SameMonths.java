package city.luotsi.jobs.protect;

import city.luotsi.jobs.cube.CubeTable;
import city.luotsi.jobs.run.Sha256;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The months whose cells and rules are those of the publication before, which is attached as {@code before}. They would be told
 * again as they were, so what was told is taken over.
 */
final class SameMonths {
    /** Changes with any change to this package that hides something else. */
    private static final String RELEASE = "1";

    private final Duck duck;
    private final TreeSet<LocalDate> same = new TreeSet<>();
    private final Map<String, ToldMonths.Month> months = new TreeMap<>();

    private SameMonths(Duck duck) {
        this.duck = duck;
    }

    /**
     * @param cells SQL: every cell that is told or hidden, as {@code month, hash}
     * @param rules all that decides what is hidden, beside the cells
     * @param tables that are told from them
     * @param known from what the publication before was told; empty if there is none
     */
    static SameMonths of(
            Duck duck,
            String cells,
            List<?> rules,
            List<CubeTable> tables,
            Optional<Map<String, ToldMonths.Month>> known)
            throws SQLException {
        SameMonths found = new SameMonths(duck);
        boolean isComparable = known.isPresent();
        for (CubeTable table : tables) {
            isComparable = isComparable && duck.hasTable("before", table);
        }
        Map<String, ToldMonths.Month> before = isComparable ? known.orElseThrow() : Map.of();
        duck.each(
                "select month, bit_xor(hash), count(*) from (%s) group by month order by month".formatted(cells),
                row -> found.add(
                        row.getObject(1, LocalDate.class),
                        Sha256.of("%s\n%s\n%s\n%s\n%s"
                                .formatted(RELEASE, rules, tables, row.getString(2), row.getLong(3))),
                        before));
        return found;
    }

    private void add(LocalDate month, String fingerprint, Map<String, ToldMonths.Month> before) {
        ToldMonths.Month known = before.get(month.toString());
        boolean isSame = known != null && known.fingerprint().equals(fingerprint);
        if (isSame) {
            same.add(month);
        }
        months.put(month.toString(), isSame ? known : new ToldMonths.Month(fingerprint, 0));
    }

    /** From what the months are told now. */
    Map<String, ToldMonths.Month> months() {
        return months;
    }

    /** Of a month that is told anew. */
    void addUnprotected(LocalDate month, long numbers) {
        months.computeIfPresent(
                month.toString(),
                (key, told) -> new ToldMonths.Month(told.fingerprint(), told.unprotected() + numbers));
    }

    /** SQL: whether a row is of a month that is taken over. */
    String condition() {
        return same.isEmpty()
                ? "false"
                : "month in "
                        + Duck.texts(same.stream().map(LocalDate::toString).toList());
    }

    /** @param which SQL: the rows that are taken from the publication before */
    void takeOver(CubeTable table, String which) throws SQLException {
        if (!same.isEmpty()) {
            duck.execute("insert into %1$s by name from before.%1$s where %2$s and (%3$s)"
                    .formatted(table.name(), condition(), which));
        }
    }
}
