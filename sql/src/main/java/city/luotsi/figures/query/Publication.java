package city.luotsi.figures.query;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Text;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.city.Residents;
import city.luotsi.figures.city.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a published file says about itself.
 *
 * @param city the city's id, with {@code -demo} for a demonstration city
 * @param data the days it holds: from the first request to the day it is complete through
 * @param gaps stretches of four weeks or more inside of it in which no feed delivered anything: unknown, not zero
 * @param headline KPIs of the overview, in order
 * @param members by dimension, in the city's order
 * @param outlines by dimension and member, as well-known text in degrees of WGS 84; only of those that the city gave
 * @param provided the dimensions of which any source says anything
 * @param checks what was checked before it was published, and how it came out
 * @param confidential the services whose small groups are hidden, where the data has them
 * @param columns by KPI and role (value, numerator, …, counted, rows): the column of the published tables; for buckets
 *     and sketches {@code measure} gives the name they stand under
 * @param sizes rows by published table
 */
public record Publication(
        String city,
        Text name,
        boolean demonstration,
        ZoneId zone,
        String currency,
        Instant createdAt,
        Period data,
        List<Period> gaps,
        Catalogue catalogue,
        List<String> headline,
        Map<String, String> owners,
        Map<String, List<Member>> members,
        Map<String, Map<String, String>> outlines,
        Set<String> provided,
        List<Residents> population,
        List<Target> targets,
        List<Feed> feeds,
        List<CheckResult> checks,
        List<ConfidentialService> confidential,
        Map<String, Map<String, String>> columns,
        Map<String, Long> sizes) {

    /** The version of the published schema that this code reads and writes. */
    public static final int SCHEMA = 3;

    public Publication {
        gaps = List.copyOf(gaps);
        headline = List.copyOf(headline);
        owners = Map.copyOf(owners);
        members = Map.copyOf(members);
        outlines = Map.copyOf(outlines);
        provided = Set.copyOf(provided);
        population = List.copyOf(population);
        targets = List.copyOf(targets);
        feeds = List.copyOf(feeds);
        checks = List.copyOf(checks);
        confidential = List.copyOf(confidential);
        columns = Map.copyOf(columns);
        sizes = Map.copyOf(sizes);
    }

    public LocalDate completeThrough() {
        return data.to();
    }

    /** The feeds that are behind the one that goes farthest. */
    public List<Feed> behind() {
        return feeds.stream()
                .filter(feed ->
                        feeds.stream().anyMatch(other -> other.completeThrough().isAfter(feed.completeThrough())))
                .toList();
    }

    /** The last day on which a KPI can be known: repeat contacts, for example, need 30 days to show. */
    public LocalDate knownThrough(Kpi kpi) {
        return data.to().minusDays(kpi.knownAfterDays());
    }

    /**
     * The last day through which confidential services are told apart: the end of a month that is over and whose every KPI
     * is known, so that a month's figures appear once and don't give away the days by which they grew.
     */
    public LocalDate confidentialThrough(Kpi kpi) {
        return confidentialThrough(kpi, data.to());
    }

    /** The same, had the data ended on an earlier day. */
    public LocalDate confidentialThrough(Kpi kpi, LocalDate through) {
        int longest = catalogue.kpis().values().stream()
                .filter(other -> other.of().equals(kpi.of()))
                .mapToInt(Kpi::knownAfterDays)
                .max()
                .orElse(0);
        return Period.lastWholeMonth(through.minusDays(longest)).to();
    }

    public List<Member> members(String dimension) {
        return members.getOrDefault(dimension, List.of());
    }

    /** The outlines of a dimension's members; empty if the city gave none. */
    public Map<String, String> outlines(String dimension) {
        return outlines.getOrDefault(dimension, Map.of());
    }

    public Optional<Member> member(String dimension, String id) {
        return members(dimension).stream()
                .filter(member -> member.id().equals(id))
                .findFirst();
    }

    /** All members but these, the unknown one too: what an address counts that leaves members out. */
    public Set<String> others(String dimension, Set<String> left) {
        Set<String> others =
                members(dimension).stream().map(Member::id).collect(Collectors.toCollection(LinkedHashSet::new));
        others.add(Member.UNKNOWN);
        others.removeAll(left);
        return others;
    }

    /** The target that held on a day: of the department, or of the city if none is named. */
    public Optional<Target> target(String kpi, Optional<String> department, LocalDate day) {
        return targets.stream()
                .filter(target ->
                        target.kpi().equals(kpi) && target.department().equals(department))
                .filter(target -> !target.from().isAfter(day))
                .max(Comparator.comparing(Target::from));
    }

    /** The column of the published tables that holds a role of a KPI, such as its numerator. */
    public String column(Kpi kpi, String role) {
        String column = columns.getOrDefault(kpi.name(), Map.of()).get(role);
        if (column == null) {
            throw new IllegalStateException(
                    "the publication has no '%s' of the KPI '%s'; publish it again".formatted(role, kpi.name()));
        }
        return column;
    }
}
