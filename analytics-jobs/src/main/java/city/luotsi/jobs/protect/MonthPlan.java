package city.luotsi.jobs.protect;

import city.luotsi.figures.city.Member;
import city.luotsi.jobs.protect.MonthCells.Cells;
import city.luotsi.jobs.protect.MonthCells.Service;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is hidden of one subject and month: first of the sums of services, then of the members of a dimension in each. */
final class MonthPlan {
    private static final String TOTAL = "";
    private static final Service CITY = new Service(Member.WITHHELD, Member.WITHHELD);

    private final Nesting nesting;
    private final Map<String, Integer> smallest;
    private final List<Service> services;
    private final List<String> departments;
    private final Hiding totals;

    /**
     * @param smallest k by service
     * @param before what the publication before told of them; null: nothing
     */
    MonthPlan(Nesting nesting, Map<String, Integer> smallest, Cells totals, @Nullable Cells before) {
        this.nesting = nesting;
        this.smallest = smallest;
        this.services = List.copyOf(totals.rows().keySet());
        this.departments =
                services.stream().map(Service::department).distinct().sorted().toList();
        this.totals = totals(totals, before);
    }

    List<Service> services() {
        return services;
    }

    List<String> departments() {
        return departments;
    }

    /** Its cells are services, its groups departments. */
    Hiding totals() {
        return totals;
    }

    /** Its cells are the members, in one group. */
    Hiding members(int service, List<String> members, Cells cells, @Nullable Cells before) {
        Service of = services.get(service);
        int counts = nesting.first().size();
        Hiding.Cells row = new Hiding.Cells(
                new long[counts][members.size()],
                members.stream().mapToInt(member -> k(of)).toArray(),
                new int[members.size()],
                new boolean[counts],
                new boolean[counts][members.size()],
                new boolean[counts][1],
                new boolean[counts],
                new boolean[counts][members.size()]);
        for (int count : nesting.order()) {
            row.isSumHidden()[count] = totals.isHidden(count, service);
            for (int member = 0; member < members.size(); member++) {
                fill(row, count, member, of, members.get(member), cells, before);
            }
        }
        return new Hiding(nesting, row);
    }

    private Hiding totals(Cells cells, @Nullable Cells before) {
        int counts = nesting.first().size();
        Hiding.Cells row = new Hiding.Cells(
                new long[counts][services.size()],
                services.stream().mapToInt(this::k).toArray(),
                services.stream()
                        .mapToInt(service -> departments.indexOf(service.department()))
                        .toArray(),
                new boolean[counts],
                new boolean[counts][services.size()],
                new boolean[counts][departments.size()],
                new boolean[counts],
                new boolean[counts][services.size()]);
        for (int count : nesting.order()) {
            for (int service = 0; service < services.size(); service++) {
                fill(row, count, service, services.get(service), TOTAL, cells, before);
            }
            for (int department = 0; department < departments.size() && before != null; department++) {
                Service together = new Service(Member.WITHHELD, departments.get(department));
                row.startPooled()[count][department] = before.count(together, TOTAL, count) < 0;
            }
            row.startUntold()[count] = before != null && before.count(CITY, TOTAL, count) < 0;
        }
        return new Hiding(nesting, row);
    }

    private static void fill(
            Hiding.Cells row,
            int count,
            int cell,
            Service service,
            String member,
            Cells cells,
            @Nullable Cells before) {
        row.value()[count][cell] = cells.count(service, member, count);
        if (before != null) {
            // hidden once stays hidden, or the two publications together would tell it
            long was = before.count(service, member, count);
            row.startHidden()[count][cell] = was < 0;
            row.isKnown()[count][cell] = was == row.value()[count][cell];
        }
    }

    private int k(Service service) {
        return smallest.getOrDefault(service.service(), 0);
    }
}
