package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.comparison.Periods;
import city.luotsi.dashboard.shell.Places;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the page of a KPI shows, all of it in its address: the back button and a shared link restore exactly this.
 *
 * @param city what stands for it in addresses: its id, with the number of a publication if one is asked for
 * @param by whose members stand side by side; empty: the page chooses
 * @param pace the pieces of time of the line
 * @param filters what of the city is looked at
 * @param beside what the line is compared with
 * @param look how the members side by side are drawn
 * @param tables which charts have their tables open
 */
record Exploration(
        String city,
        String kpi,
        Period period,
        Optional<String> by,
        Step pace,
        Filters filters,
        List<Beside> beside,
        Look look,
        Set<Twin.Of> tables)
        implements Screen {
    static final List<Step> PACES = List.of(Step.YEAR, Step.QUARTER, Step.MONTH, Step.WEEK, Step.DAY);

    private static final String WITH = "with";
    private static final String LOOK = "look";

    Exploration {
        beside = List.copyOf(beside);
        tables = Set.copyOf(tables);
    }

    static Exploration read(String place, Publication publication, String kpi, QueryParameters parameters) {
        Period period = parameters
                .getSingleParameter("period")
                .flatMap(Periods::read)
                .orElseGet(() -> Periods.lastMonth(publication.completeThrough()));
        return new Exploration(
                place,
                kpi,
                period,
                parameters.getSingleParameter("by").filter(dimensions(publication)::contains),
                parameters.getSingleParameter("pace").flatMap(Exploration::pace).orElse(Step.MONTH),
                Filters.read(publication, parameters),
                parameters.getParameters(WITH).stream()
                        .flatMap(text -> Beside.read(publication, text).stream())
                        .distinct()
                        .limit(BesideBar.MOST)
                        .toList(),
                parameters
                        .getSingleParameter(LOOK)
                        .flatMap(text -> Look.read(publication, text))
                        .orElseGet(Look.Bars::new),
                Twin.Of.read(parameters.getParameters("table")));
    }

    /** What an address says that means nothing here, so that nobody takes the whole city for the part they asked for. */
    static List<String> notUnderstood(Publication publication, QueryParameters parameters) {
        List<String> notUnderstood = new ArrayList<>();
        parameters
                .getSingleParameter("period")
                .filter(period -> Periods.read(period).isEmpty())
                .ifPresent(notUnderstood::add);
        parameters
                .getSingleParameter("by")
                .filter(dimension -> !dimensions(publication).contains(dimension))
                .ifPresent(notUnderstood::add);
        parameters
                .getSingleParameter("pace")
                .filter(pace -> pace(pace).isEmpty())
                .ifPresent(notUnderstood::add);
        parameters.getParameters(WITH).stream()
                .filter(text -> Beside.read(publication, text).isEmpty())
                .forEach(notUnderstood::add);
        parameters
                .getSingleParameter(LOOK)
                .filter(text -> Look.read(publication, text).isEmpty())
                .ifPresent(notUnderstood::add);
        notUnderstood.addAll(Filters.notUnderstood(publication, parameters));
        return notUnderstood;
    }

    /** The names a KPI may be cut by, in the order of menus. */
    static List<String> dimensions(Publication publication) {
        return publication.catalogue().dimensions().values().stream()
                .sorted(Comparator.comparingInt(dimension -> dimension.position()))
                .map(dimension -> dimension.name())
                .toList();
    }

    private static Optional<Step> pace(String text) {
        return PACES.stream().filter(step -> name(step).equals(text)).findFirst();
    }

    static String name(Step pace) {
        return pace.name().toLowerCase(Locale.ROOT);
    }

    Exploration during(Period newPeriod) {
        return new Exploration(city, kpi, newPeriod, by, pace, filters, beside, look, tables);
    }

    Exploration at(Step newPace) {
        return new Exploration(city, kpi, period, by, newPace, filters, beside, look, tables);
    }

    Exploration by(Optional<String> dimension) {
        return new Exploration(city, kpi, period, dimension, pace, filters, beside, look, tables);
    }

    Exploration where(Filters others) {
        return new Exploration(city, kpi, period, by, pace, others, beside, look, tables);
    }

    /** Further up, where the page chooses what to cut by. */
    Exploration only(Filters fewer) {
        return new Exploration(city, kpi, period, Optional.empty(), pace, fewer, beside, look, tables);
    }

    Exploration beside(List<Beside> others) {
        return new Exploration(city, kpi, period, by, pace, filters, others, look, tables);
    }

    Exploration look(Look other) {
        return new Exploration(city, kpi, period, by, pace, filters, beside, other, tables);
    }

    Exploration showing(Set<Twin.Of> open) {
        return new Exploration(city, kpi, period, by, pace, filters, beside, look, open);
    }

    /** The figure of the whole period. */
    KpiQuery query(Publication publication) {
        return new KpiQuery(kpi, period, Step.WHOLE, Optional.empty(), filters.counted(publication));
    }

    @Override
    public Exploration exploration() {
        return this;
    }

    @Override
    public Exploration about(Exploration next) {
        return next;
    }

    @Override
    public String place() {
        return Places.kpi(city, kpi);
    }

    /** The page of what stands behind the number, with the same period and filters: of what is left out, all others. */
    String passport(Publication publication) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("period", List.of(Periods.write(period)));
        filters.counted(publication).forEach((dimension, members) -> parameters.put(dimension, List.copyOf(members)));
        return Places.passport(city, kpi) + "?" + new QueryParameters(parameters).getQueryString();
    }

    @Override
    public QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("period", List.of(Periods.write(period)));
        by.ifPresent(dimension -> parameters.put("by", List.of(dimension)));
        parameters.put("pace", List.of(name(pace)));
        filters.write(parameters);
        if (!beside.isEmpty()) {
            parameters.put(WITH, beside.stream().map(Beside::spelled).toList());
        }
        if (!look.equals(new Look.Bars())) {
            parameters.put(LOOK, List.of(look.spelled()));
        }
        if (!tables.isEmpty()) {
            parameters.put("table", tables.stream().sorted().map(Twin.Of::named).toList());
        }
        return new QueryParameters(parameters);
    }
}
