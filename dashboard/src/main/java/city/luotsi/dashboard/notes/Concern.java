package city.luotsi.dashboard.notes;

import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Publication;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is looked at, and so which notes concern it: those about the whole that it is part of, and those about a part of it.
 *
 * @param kpis empty: all
 * @param departments empty: all
 * @param services empty: all
 * @param signals whose answers are looked at; an answer is shown with its signal alone
 * @param departmentOf of each service
 */
public record Concern(
        Set<String> kpis,
        Set<String> departments,
        Set<String> services,
        Set<String> signals,
        Map<String, String> departmentOf) {

    public Concern {
        kpis = Set.copyOf(kpis);
        departments = Set.copyOf(departments);
        services = Set.copyOf(services);
        signals = Set.copyOf(signals);
        departmentOf = Map.copyOf(departmentOf);
    }

    /** @param filters of a question: per dimension the members that count */
    public static Concern of(Publication publication, Collection<String> kpis, Map<String, Set<String>> filters) {
        return new Concern(
                new LinkedHashSet<>(kpis),
                filters.getOrDefault("department", Set.of()),
                filters.getOrDefault("service", Set.of()),
                Set.of(),
                departmentOf(publication));
    }

    /** One thing alone. */
    public static Concern of(Publication publication, About thing) {
        Map<About.Kind, Set<String>> one = new EnumMap<>(About.Kind.class);
        one.put(thing.kind(), Set.of(thing.id()));
        return new Concern(
                one.getOrDefault(About.Kind.KPI, Set.of()),
                one.getOrDefault(About.Kind.DEPARTMENT, Set.of()),
                one.getOrDefault(About.Kind.SERVICE, Set.of()),
                one.getOrDefault(About.Kind.SIGNAL, Set.of()),
                departmentOf(publication));
    }

    private static Map<String, String> departmentOf(Publication publication) {
        return publication.members("service").stream()
                .filter(service -> service.parent().isPresent())
                .collect(java.util.stream.Collectors.toMap(
                        Member::id, service -> service.parent().orElseThrow()));
    }

    /** Of these notes those that stand and concern it. */
    List<Note> standing(List<Note> notes) {
        return notes.stream()
                .filter(note -> !note.isWithdrawn() && covers(note))
                .toList();
    }

    boolean covers(Note note) {
        Optional<String> signal = about(note, About.Kind.SIGNAL);
        if (signal.isPresent() || !signals.isEmpty()) {
            return signal.filter(signals::contains).isPresent();
        }
        Optional<String> service = about(note, About.Kind.SERVICE);
        Optional<String> department = about(note, About.Kind.DEPARTMENT)
                .or(() -> service.flatMap(one -> Optional.ofNullable(departmentOf.get(one))));
        return meet(about(note, About.Kind.KPI), kpis) && meet(service, services) && meet(department, allDepartments());
    }

    /** Also those of the services, where only services are named. */
    private Set<String> allDepartments() {
        if (!departments.isEmpty() || services.isEmpty()) {
            return departments;
        }
        Set<String> theirs = new LinkedHashSet<>();
        services.forEach(
                service -> Optional.ofNullable(departmentOf.get(service)).ifPresent(theirs::add));
        return theirs;
    }

    private static Optional<String> about(Note note, About.Kind kind) {
        return Optional.ofNullable(note.about().get(kind));
    }

    private static boolean meet(Optional<String> one, Set<String> looked) {
        return looked.isEmpty() || one.isEmpty() || looked.contains(one.get());
    }
}
