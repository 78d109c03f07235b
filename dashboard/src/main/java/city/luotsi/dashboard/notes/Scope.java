package city.luotsi.dashboard.notes;

import city.luotsi.dashboard.wording.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a note can be written about from where one is: one figure, one service, or the one of the other. */
public record Scope(Map<About.Kind, String> about) {

    public Scope {
        about = Map.copyOf(about);
    }

    public static Scope of(About thing) {
        return new Scope(Map.of(thing.kind(), thing.id()));
    }

    Scope and(About thing) {
        Map<About.Kind, String> both = new EnumMap<>(About.Kind.class);
        both.putAll(about);
        both.put(thing.kind(), thing.id());
        return new Scope(both);
    }

    /** Of a figure, and of the one service or department that is looked at, if it is one; the narrowest first. */
    public static List<Scope> of(String kpi, Map<String, Set<String>> filters) {
        Scope figure = Scope.of(new About(About.Kind.KPI, kpi));
        Optional<About> part = one(filters, "service")
                .map(id -> new About(About.Kind.SERVICE, id))
                .or(() -> one(filters, "department").map(id -> new About(About.Kind.DEPARTMENT, id)));
        List<Scope> scopes = new ArrayList<>();
        part.ifPresent(thing -> scopes.add(figure.and(thing)));
        scopes.add(figure);
        part.ifPresent(thing -> scopes.add(Scope.of(thing)));
        return scopes;
    }

    /** Of a department as a whole and of each of its figures; of a city of each figure. */
    public static List<Scope> ofEach(List<String> kpis, Optional<String> department) {
        List<Scope> scopes = new ArrayList<>();
        Optional<Scope> whole = department.map(id -> Scope.of(new About(About.Kind.DEPARTMENT, id)));
        whole.ifPresent(scopes::add);
        for (String kpi : kpis) {
            About figure = new About(About.Kind.KPI, kpi);
            scopes.add(whole.map(scope -> scope.and(figure)).orElseGet(() -> Scope.of(figure)));
        }
        return scopes;
    }

    private static Optional<String> one(Map<String, Set<String>> filters, String dimension) {
        Set<String> members = filters.getOrDefault(dimension, Set.of());
        return members.size() == 1 ? members.stream().findFirst() : Optional.empty();
    }

    /** In the reader's words; a signal is named by where its answers stand. */
    String name(Words words) {
        return new EnumMap<>(about)
                .entrySet().stream()
                        .map(thing -> name(thing.getKey(), thing.getValue(), words))
                        .collect(Collectors.joining(" · "));
    }

    private static String name(About.Kind kind, String id, Words words) {
        return switch (kind) {
            case KPI ->
                Optional.ofNullable(words.publication().catalogue().kpis().get(id))
                        .map(kpi -> words.text(kpi.title()))
                        .orElse(id);
            case DEPARTMENT -> words.member("department", id);
            case SERVICE -> words.member("service", id);
            case SIGNAL -> words.say("notes.signal");
        };
    }
}
