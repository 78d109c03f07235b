package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Publication;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the city is looked at: of a dimension these members only, or all but these.
 *
 * @param members per dimension, in the order they came or the catalogue has
 * @param excluding the dimensions whose members are left out
 */
record Filters(Map<String, Set<String>> members, Set<String> excluding) {
    static final Filters NONE = new Filters(Map.of(), Set.of());

    private static final String NOT = "not";

    Filters {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        members.forEach((dimension, ids) -> copy.put(dimension, new LinkedHashSet<>(ids)));
        members = Collections.unmodifiableMap(copy);
        Set<String> known = new LinkedHashSet<>(excluding);
        known.retainAll(copy.keySet());
        excluding = Collections.unmodifiableSet(known);
    }

    static Filters read(Publication publication, QueryParameters parameters) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        for (String dimension : Exploration.dimensions(publication)) {
            Set<String> ids = new LinkedHashSet<>(parameters.getParameters(dimension));
            ids.removeIf(member -> !isMember(publication, dimension, member));
            if (!ids.isEmpty()) {
                members.put(dimension, ids);
            }
        }
        return new Filters(members, Set.copyOf(parameters.getParameters(NOT)));
    }

    /** What an address says of them that means nothing here. */
    static List<String> notUnderstood(Publication publication, QueryParameters parameters) {
        List<String> notUnderstood = new ArrayList<>();
        parameters.getParameters(NOT).stream()
                .filter(dimension -> parameters.getParameters(dimension).isEmpty())
                .forEach(notUnderstood::add);
        for (String dimension : Exploration.dimensions(publication)) {
            parameters.getParameters(dimension).stream()
                    .filter(member -> !isMember(publication, dimension, member))
                    .forEach(notUnderstood::add);
        }
        return notUnderstood;
    }

    static boolean isMember(Publication publication, String dimension, String member) {
        return member.equals(Member.UNKNOWN)
                || publication.member(dimension, member).isPresent();
    }

    void write(Map<String, List<String>> parameters) {
        members.forEach((dimension, ids) -> parameters.put(dimension, List.copyOf(ids)));
        if (!excluding.isEmpty()) {
            parameters.put(NOT, List.copyOf(excluding));
        }
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    boolean isExcluding(String dimension) {
        return excluding.contains(dimension);
    }

    /** Of the dimension these members only. */
    Filters only(String dimension, Set<String> ids) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(members);
        changed.put(dimension, ids);
        Set<String> left = new LinkedHashSet<>(excluding);
        left.remove(dimension);
        return new Filters(changed, left);
    }

    /** One member more, looked at or left out as those that are there. */
    Filters plus(String dimension, String member) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(members);
        Set<String> more = new LinkedHashSet<>(changed.getOrDefault(dimension, Set.of()));
        more.add(member);
        changed.put(dimension, more);
        return new Filters(changed, excluding);
    }

    Filters minus(String dimension, String member) {
        Map<String, Set<String>> changed = new LinkedHashMap<>(members);
        Set<String> left = new LinkedHashSet<>(changed.getOrDefault(dimension, Set.of()));
        left.remove(member);
        if (left.isEmpty()) {
            changed.remove(dimension);
        } else {
            changed.put(dimension, left);
        }
        return new Filters(changed, excluding);
    }

    /** What was looked at is left out, and the other way round. */
    Filters turned(String dimension) {
        Set<String> changed = new LinkedHashSet<>(excluding);
        if (!changed.remove(dimension)) {
            changed.add(dimension);
        }
        return new Filters(members, changed);
    }

    /** The first so many dimensions. */
    Filters first(int dimensions) {
        Map<String, Set<String>> fewer = new LinkedHashMap<>();
        members.entrySet().stream().limit(dimensions).forEach(filter -> fewer.put(filter.getKey(), filter.getValue()));
        return new Filters(fewer, excluding);
    }

    /** The one member that is looked at, if it is one. */
    Optional<String> one(String dimension) {
        Set<String> ids = members.getOrDefault(dimension, Set.of());
        return ids.size() == 1 && !isExcluding(dimension) ? ids.stream().findFirst() : Optional.empty();
    }

    /** As a question has them: of what is left out, all others. Where nothing were left, nothing is left out. */
    Map<String, Set<String>> counted(Publication publication) {
        Map<String, Set<String>> counted = new LinkedHashMap<>();
        members.forEach((dimension, ids) -> {
            Set<String> others = publication.others(dimension, ids);
            counted.put(dimension, isExcluding(dimension) && !others.isEmpty() ? others : ids);
        });
        return counted;
    }

    /** The members of a dimension in words, as they are looked at or left out. */
    String named(String dimension, Words words) {
        String names = members.getOrDefault(dimension, Set.of()).stream()
                .map(member -> words.member(dimension, member))
                .collect(Collectors.joining(", "));
        return isExcluding(dimension) ? words.say("filter.without", names) : names;
    }
}
