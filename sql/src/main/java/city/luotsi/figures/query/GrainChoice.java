package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.city.Member;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which published table answers a question: the smallest that holds the asked dimensions and days. */
final class GrainChoice {
    private static final String SERVICE = "service";
    private static final String DEPARTMENT = "department";

    /** Confidential services are told by these, and by one dimension more. */
    static final Set<String> WHO = Set.of(SERVICE, DEPARTMENT);

    private final Publication publication;

    GrainChoice(Publication publication) {
        this.publication = publication;
    }

    static Set<String> dimensions(KpiQuery query) {
        Set<String> asked = new LinkedHashSet<>(query.filters().keySet());
        query.by().ifPresent(asked::add);
        return asked;
    }

    Optional<Grain> choose(Kpi kpi, KpiQuery query, Period answered) {
        boolean months = wholeMonths(kpi, query, answered);
        return holding(kpi, dimensions(query)).stream()
                .filter(grain -> grain.day() || months)
                .filter(grain -> tells(grain, kpi, query, answered))
                .min(Comparator.comparingLong(
                        grain -> publication.sizes().getOrDefault(grain.table(), Long.MAX_VALUE)));
    }

    /** Why there is no such table. */
    Refusal refuse(Kpi kpi, KpiQuery query, Period answered) {
        Set<String> asked = dimensions(query);
        List<Grain> holding = holding(kpi, asked);
        if (!holding.isEmpty()) {
            boolean months = wholeMonths(kpi, query, answered);
            return holding.stream().anyMatch(grain -> grain.day() || months)
                    ? new Refusal.Confidential()
                    : new Refusal.WholeMonthsOnly();
        }
        List<List<String>> offered = grains(kpi).stream()
                .map(publication.catalogue()::columnsOf)
                .distinct()
                .toList();
        return new Refusal.NoSuchCut(asked, offered);
    }

    /**
     * Whether the table holds all that is asked for. Where confidential services stand together, as what is withheld, they
     * count for the city as a whole only. Where they are told apart, months that aren't over are missing; and of a city cut by
     * something else hardly any member would be told, since each has a small group in some service.
     */
    private boolean tells(Grain grain, Kpi kpi, KpiQuery query, Period answered) {
        if (!countsConfidential(query)) {
            return true;
        }
        boolean over = !answered.to().isAfter(publication.confidentialThrough(kpi));
        if (!grain.dimensions().contains(SERVICE)) {
            return over;
        }
        Set<String> asked = dimensions(query);
        boolean openOnly = isOpenOnly(query);
        if (grain.coarse()) {
            return over && !openOnly && (asked.isEmpty() || asked.stream().anyMatch(WHO::contains));
        }
        boolean together = query.filters().isEmpty()
                && query.by().filter(DEPARTMENT::equals).isEmpty();
        return (together || openOnly) && (grain.day() || over);
    }

    /** Whether the answer is of open services only: of a district of the city, say, where the others aren't told apart. */
    boolean leavesOutConfidential(Kpi kpi, KpiQuery query, Period answered) {
        return isOpenOnly(query)
                && countsConfidential(query)
                && choose(kpi, query, answered)
                        .filter(grain -> grain.dimensions().contains(SERVICE))
                        .isPresent();
    }

    private static boolean isOpenOnly(KpiQuery query) {
        return !query.filters().isEmpty() && query.filters().keySet().stream().noneMatch(WHO::contains);
    }

    private boolean countsConfidential(KpiQuery query) {
        return publication.confidential().stream()
                .anyMatch(one -> matches(query, SERVICE, one.service())
                        && matches(query, DEPARTMENT, one.department().orElse(Member.UNKNOWN)));
    }

    private static boolean matches(KpiQuery query, String dimension, String member) {
        return !query.filters().containsKey(dimension)
                || query.filters().get(dimension).contains(member);
    }

    private List<Grain> holding(Kpi kpi, Set<String> asked) {
        Catalogue catalogue = publication.catalogue();
        return grains(kpi).stream()
                .filter(grain -> catalogue.columnsOf(grain).containsAll(asked))
                .toList();
    }

    private List<Grain> grains(Kpi kpi) {
        return publication.catalogue().subjectOf(kpi).grains(kpi.rollup().grainKind());
    }

    /**
     * A month's cell holds the month up to where the KPI is known, so an unfinished last month counts as whole; of a
     * stock only the end matters: what came before is added up anyway.
     */
    private boolean wholeMonths(Kpi kpi, KpiQuery query, Period answered) {
        boolean pieces = query.step() != Step.DAY && query.step() != Step.WEEK;
        boolean begins = answered.from().getDayOfMonth() == 1 || (kpi.rollup().isStock() && query.step() == Step.WHOLE);
        boolean ends =
                answered.to().plusDays(1).getDayOfMonth() == 1 || answered.to().equals(publication.knownThrough(kpi));
        return pieces && begins && ends;
    }
}
