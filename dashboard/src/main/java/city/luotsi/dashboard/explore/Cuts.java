package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.notes.Concern;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Refusal;
import city.luotsi.figures.query.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which ways to cut are open from here, and why the others aren't: told before the click. */
record Cuts(Snapshot snapshot, Exploration exploration) {

    /** Where a click on a member of a dimension leads to: the first of these that can be answered. */
    private static final Map<String, List<String>> NEXT = Map.of(
            "department", List.of("service", "channel", "major_district", "district", "age_group"),
            "service", List.of("channel", "district", "major_district", "age_group"),
            "channel", List.of("service", "department", "district", "major_district", "age_group"),
            "major_district", List.of("district", "department", "service", "channel", "age_group"),
            "district", List.of("department", "service", "channel", "age_group"),
            "age_group", List.of("department", "service", "channel", "major_district", "district"));

    private static final int FEW_MONTHS = 3;

    /** A way to cut, and why it is closed, if it is. */
    record Cut(String dimension, Optional<Refusal> refusal, boolean single) {
        boolean open() {
            return refusal.isEmpty() && !single;
        }
    }

    /** The figure of the whole period. */
    KpiQuery query() {
        return exploration.query(snapshot.publication());
    }

    /** The members that are counted: of what is left out, all others. */
    Map<String, Set<String>> filters() {
        return exploration.filters().counted(snapshot.publication());
    }

    /** Which notes concern what is looked at. */
    Concern concern() {
        return Concern.of(snapshot.publication(), List.of(exploration.kpi()), filters());
    }

    /** All dimensions as ways to cut. */
    List<Cut> all() {
        return Exploration.dimensions(snapshot.publication()).stream()
                .map(this::cut)
                .toList();
    }

    private Cut cut(String dimension) {
        return new Cut(
                dimension,
                snapshot.refusal(query().by(dimension)),
                exploration.filters().one(dimension).isPresent());
    }

    /** What the page cuts by: what the address says, else the first that is open. */
    Optional<String> chosen() {
        return exploration
                .by()
                .or(() -> all().stream()
                        .filter(Cut::open)
                        .map(Cut::dimension)
                        .filter(dimension -> finerOnly(dimension))
                        .findFirst());
    }

    /** One service has one department: cutting it by department shows nothing. */
    private boolean finerOnly(String dimension) {
        return snapshot.publication().catalogue().dimensions().values().stream()
                .filter(child -> child.parent().filter(dimension::equals).isPresent())
                .noneMatch(child -> exploration.filters().members().containsKey(child.name())
                        && !exploration.filters().isExcluding(child.name()));
    }

    /** One level further down: only this member, cut by what comes next. */
    Exploration into(String dimension, String member) {
        Exploration one = exploration.where(exploration.filters().only(dimension, Set.of(member)));
        Cuts there = new Cuts(snapshot, one.by(Optional.empty()));
        Optional<String> next = NEXT.getOrDefault(dimension, List.of()).stream()
                .filter(candidate -> there.cut(candidate).open() && there.finerOnly(candidate))
                .findFirst();
        return one.by(next);
    }

    /** Why a filter on a dimension can't be added to what is shown; empty if it can. */
    Optional<Refusal> filterRefusal(String dimension) {
        KpiQuery more = query().where(dimension, Set.of("unknown"));
        return snapshot.refusal(more);
    }

    /** Months, unless there are too few of them to make a line and weeks can be had. */
    Step usualPace() {
        Period months = Trend.query(snapshot, exploration.at(Step.MONTH)).period();
        boolean few = months.from().plusMonths(FEW_MONTHS).isAfter(months.to());
        return few && paceRefusal(Step.WEEK).isEmpty() ? Step.WEEK : Step.MONTH;
    }

    /** Why the line can't be drawn at this pace. */
    Optional<Refusal> paceRefusal(Step pace) {
        return snapshot.refusal(Trend.query(snapshot, exploration.at(pace)));
    }
}
