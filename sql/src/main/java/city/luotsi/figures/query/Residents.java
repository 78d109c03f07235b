package city.luotsi.figures.query;

import city.luotsi.figures.city.Member;
import city.luotsi.figures.rollup.Population;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Those whom a rate is per: who live in the districts, and are of the ages, that a question cuts by. */
final class Residents {
    private static final Set<String> PLACES = Set.of("district", "major_district");
    private static final String AGE = "age_group";

    private final Publication publication;
    private final Population population;

    Residents(Publication publication) {
        this.publication = publication;
        this.population = new Population(publication.population());
    }

    boolean isKnown(KpiQuery query) {
        return !publication.population().isEmpty()
                && (population.knowsAges() || !GrainChoice.dimensions(query).contains(AGE));
    }

    /** The year of which the newest is known, where that is an earlier one. */
    Optional<Integer> carriedFrom(LocalDate day) {
        return population.carriedFrom(day);
    }

    /** @param members of the question's dimension, who are counted together */
    OptionalDouble mean(KpiQuery query, Set<String> members, Period piece) {
        Optional<Set<String>> districts = Optional.empty();
        for (String dimension : PLACES) {
            Optional<Set<String>> chosen = chosen(query, members, dimension).map(ids -> districtsOf(dimension, ids));
            if (chosen.isPresent()) {
                districts = Optional.of(
                        districts.map(old -> common(old, chosen.get())).orElse(chosen.get()));
            }
        }
        return population.mean(new Population.Cut(districts, chosen(query, members, AGE)), piece.from(), piece.to());
    }

    private static Optional<Set<String>> chosen(KpiQuery query, Set<String> members, String dimension) {
        if (query.by().filter(dimension::equals).isPresent()) {
            return Optional.of(members);
        }
        return Optional.ofNullable(query.filters().get(dimension));
    }

    private Set<String> districtsOf(String dimension, Set<String> ids) {
        if (dimension.equals("district")) {
            return ids;
        }
        return publication.members("district").stream()
                .filter(district -> district.parent().filter(ids::contains).isPresent())
                .map(Member::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}
