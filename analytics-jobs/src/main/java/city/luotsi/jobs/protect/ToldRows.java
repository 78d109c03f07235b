package city.luotsi.jobs.protect;

import city.luotsi.figures.city.Member;
import city.luotsi.jobs.protect.MonthCells.Cells;
import city.luotsi.jobs.protect.MonthCells.Service;
import city.luotsi.jobs.protect.MonthPlan.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The published rows of confidential services. A hidden number is null; it counts in the row of its department's services
 * together, else in that of the city's, so that what is added up over services is complete.
 */
final class ToldRows {
    private final int numbers;
    private final int dimensions;
    private final List<Row> rows = new ArrayList<>();
    private final long[] told;
    private final long[] hidden;

    ToldRows(int numbers, int dimensions) {
        this.numbers = numbers;
        this.dimensions = dimensions;
        this.told = new long[numbers];
        this.hidden = new long[numbers];
    }

    /** Keys and numbers as text, in the order of the table's columns. */
    record Row(List<@Nullable String> texts) {

        Row after(int place, List<String> more) {
            List<@Nullable String> longer = new ArrayList<>(texts);
            longer.addAll(place, more);
            return new Row(longer);
        }
    }

    static Row row(LocalDate time, BigDecimal[] values, IntPredicate isHidden) {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(time.toString());
        for (int i = 0; i < values.length; i++) {
            texts.add(isHidden.test(i) ? null : values[i].toPlainString());
        }
        return new Row(texts);
    }

    List<Row> rows() {
        return rows;
    }

    /** Cells whose number is told, of a column. */
    long told(int column) {
        return told[column];
    }

    long hidden(int column) {
        return hidden[column];
    }

    /**
     * @param behind by number: the counts that hide it
     * @param isAllUntold by number: not even the city's sum of the month is told
     */
    void add(LocalDate month, Cells cells, Dimension chosen, List<List<String>> behind, IntPredicate isAllUntold) {
        BigDecimal[] untold = zeros();
        boolean[] anyUntold = new boolean[numbers];
        for (int member = 0; member < chosen.members().size(); member++) {
            List<@Nullable String> place =
                    Objects.requireNonNull(cells.places().get(chosen.members().get(member)));
            BigDecimal[] city = zeros();
            boolean[] inCity = new boolean[numbers];
            for (int department = 0; department < chosen.departments().size(); department++) {
                addDepartment(month, cells, chosen, behind, member, department, place, city, inCity);
            }
            if (any(inCity)) {
                int at = member;
                boolean[] isUntold = new boolean[numbers];
                for (int i = 0; i < numbers; i++) {
                    isUntold[i] = inCity[i] && chosen.isUntold(behind.get(i), at);
                    if (isUntold[i]) {
                        untold[i] = untold[i].add(city[i]);
                        anyUntold[i] = true;
                    }
                }
                add(month, Member.WITHHELD, Member.WITHHELD, place, city, isUntold);
            }
        }
        if (dimensions > 0 && any(anyUntold)) {
            boolean[] never = new boolean[numbers];
            for (int i = 0; i < numbers; i++) {
                never[i] = anyUntold[i] && isAllUntold.test(i);
            }
            List<@Nullable String> nowhere = new ArrayList<>(Collections.nCopies(dimensions, Member.WITHHELD));
            add(month, Member.WITHHELD, Member.WITHHELD, nowhere, untold, never);
        }
    }

    private void addDepartment(
            LocalDate month,
            Cells cells,
            Dimension chosen,
            List<List<String>> behind,
            int member,
            int department,
            List<@Nullable String> place,
            BigDecimal[] city,
            boolean[] inCity) {
        String name = chosen.departments().get(department);
        BigDecimal[] together = zeros();
        boolean[] inTogether = new boolean[numbers];
        for (int service = 0; service < chosen.services().size(); service++) {
            Service one = chosen.services().get(service);
            if (!one.department().equals(name)) {
                continue;
            }
            @Nullable BigDecimal[] values = cells.at(one, chosen.members().get(member));
            boolean[] isHidden = new boolean[numbers];
            for (int i = 0; i < numbers; i++) {
                isHidden[i] = chosen.isHidden(behind.get(i), service, member);
                if (isHidden[i] && values != null) {
                    together[i] = together[i].add(Objects.requireNonNull(values[i]));
                }
                inTogether[i] |= isHidden[i];
                if (values != null || isHidden[i]) {
                    (isHidden[i] ? hidden : told)[i]++;
                }
            }
            if (values != null || any(isHidden)) {
                add(month, one.service(), name, place, values == null ? zeros() : values, isHidden);
            }
        }
        if (any(inTogether)) {
            boolean[] isUp = new boolean[numbers];
            for (int i = 0; i < numbers; i++) {
                isUp[i] = inTogether[i] && chosen.isPooledUp(behind.get(i), department, member);
                if (isUp[i]) {
                    city[i] = city[i].add(together[i]);
                    inCity[i] = true;
                }
            }
            add(month, Member.WITHHELD, name, place, together, isUp);
        }
    }

    private void add(
            LocalDate month,
            String service,
            String department,
            List<@Nullable String> place,
            @Nullable BigDecimal[] values,
            boolean[] isHidden) {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(month.toString());
        texts.add(service);
        texts.add(department.isEmpty() ? null : department);
        texts.addAll(place);
        for (int i = 0; i < numbers; i++) {
            BigDecimal value = values[i];
            texts.add(isHidden[i] || value == null ? null : value.toPlainString());
        }
        rows.add(new Row(texts));
    }

    private BigDecimal[] zeros() {
        BigDecimal[] zeros = new BigDecimal[numbers];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static boolean any(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return true;
            }
        }
        return false;
    }
}
