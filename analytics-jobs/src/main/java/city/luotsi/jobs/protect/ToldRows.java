package city.luotsi.jobs.protect;

import city.luotsi.figures.city.Member;
import city.luotsi.jobs.protect.MonthCells.Cells;
import city.luotsi.jobs.protect.MonthCells.Service;
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
 * The published rows of confidential services. A hidden number is null. What is hidden counts in a row of what is withheld:
 * of the members of a dimension in one of the service, of services in one of the department, else of the city; so what is
 * added up over all rows is complete.
 */
final class ToldRows {
    /** By number: the counts that hide it, by their place; several for money and changes of stocks. */
    private final List<List<Integer>> behind;

    private final IntPredicate isOfStock;
    private final int numbers;
    private final List<Row> rows = new ArrayList<>();

    /** @param isOfStock by number: its sum for the city is told in any case, by day */
    ToldRows(List<List<Integer>> behind, IntPredicate isOfStock) {
        this.behind = behind;
        this.isOfStock = isOfStock;
        this.numbers = behind.size();
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

    /** The sums of services, and by department what is hidden of them. */
    void totals(LocalDate month, Cells cells, MonthPlan plan) {
        Hiding hiding = plan.totals();
        Rest city = new Rest();
        for (int department = 0; department < plan.departments().size(); department++) {
            String name = plan.departments().get(department);
            Rest rest = new Rest();
            for (int service = 0; service < plan.services().size(); service++) {
                Service one = plan.services().get(service);
                if (one.department().equals(name)) {
                    add(month, one, List.of(), cells.at(one, ""), isHidden(hiding, service), rest);
                }
            }
            int of = department;
            add(
                    month,
                    new Service(Member.WITHHELD, name),
                    List.of(),
                    rest,
                    number -> any(number, count -> hiding.isPooled(count, of)),
                    city);
        }
        add(
                month,
                new Service(Member.WITHHELD, Member.WITHHELD),
                List.of(),
                city,
                number -> !isOfStock.test(number) && any(number, hiding::isUntold),
                new Rest());
    }

    /** One service by the members of a dimension, and what is hidden of them. */
    void members(LocalDate month, Service service, Cells cells, List<String> members, Hiding hiding) {
        Rest rest = new Rest();
        int dimensions = 0;
        for (int member = 0; member < members.size(); member++) {
            List<@Nullable String> place = Objects.requireNonNull(cells.places().get(members.get(member)));
            dimensions = place.size();
            add(month, service, place, cells.at(service, members.get(member)), isHidden(hiding, member), rest);
        }
        add(
                month,
                service,
                Collections.nCopies(dimensions, Member.WITHHELD),
                rest,
                number -> any(number, hiding::isSumHidden),
                new Rest());
    }

    private IntPredicate isHidden(Hiding hiding, int cell) {
        return number -> any(number, count -> hiding.isHidden(count, cell));
    }

    private boolean any(int number, IntPredicate count) {
        return behind.get(number).stream().anyMatch(count::test);
    }

    /** What is hidden in some rows: by number, whether there is any, and how much. */
    private final class Rest {
        private final boolean[] any = new boolean[numbers];
        private final BigDecimal[] sum = new BigDecimal[numbers];

        Rest() {
            Arrays.fill(sum, BigDecimal.ZERO);
        }

        void add(int number, BigDecimal value) {
            any[number] = true;
            sum[number] = sum[number].add(value);
        }

        boolean isEmpty() {
            for (boolean one : any) {
                if (one) {
                    return false;
                }
            }
            return true;
        }
    }

    private void add(
            LocalDate month,
            Service service,
            List<@Nullable String> place,
            @Nullable BigDecimal @Nullable [] values,
            IntPredicate isHidden,
            Rest rest) {
        boolean[] hides = new boolean[numbers];
        for (int i = 0; i < numbers; i++) {
            hides[i] = isHidden.test(i);
            if (hides[i]) {
                rest.add(i, values == null ? BigDecimal.ZERO : Objects.requireNonNull(values[i]));
            }
        }
        if (values != null) {
            add(month, service, place, values, hides);
        } else if (!allFalse(hides)) {
            add(month, service, place, new Rest().sum, hides);
        }
    }

    private void add(
            LocalDate month, Service service, List<@Nullable String> place, Rest of, IntPredicate isUp, Rest further) {
        if (of.isEmpty()) {
            return;
        }
        boolean[] hides = new boolean[numbers];
        for (int i = 0; i < numbers; i++) {
            hides[i] = of.any[i] && isUp.test(i);
            if (hides[i]) {
                further.add(i, of.sum[i]);
            }
        }
        add(month, service, place, of.sum, hides);
    }

    private static boolean allFalse(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return false;
            }
        }
        return true;
    }

    private void add(
            LocalDate month,
            Service service,
            List<@Nullable String> place,
            @Nullable BigDecimal[] values,
            boolean[] hides) {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(month.toString());
        texts.add(service.service());
        texts.add(service.department().isEmpty() ? null : service.department());
        texts.addAll(place);
        for (int i = 0; i < numbers; i++) {
            BigDecimal value = values[i];
            texts.add(hides[i] || value == null ? null : value.toPlainString());
        }
        rows.add(new Row(texts));
    }
}
