package city.luotsi.figures.rollup;

import city.luotsi.figures.city.Residents;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Mean population of a cut over a period. It is never added over days, services or channels; past the last census year it
 * is carried forward, before the first it is taken from the first.
 */
public final class Population {
    private final List<Residents> residents;
    private final TreeSet<Integer> years = new TreeSet<>();
    private final Set<String> districts = new HashSet<>();

    public Population(List<Residents> residents) {
        this.residents = List.copyOf(residents);
        residents.forEach(figure -> years.add(figure.year()));
        residents.forEach(figure -> figure.district().ifPresent(districts::add));
    }

    /** Which people: of these districts and ages; empty means all of them. */
    public record Cut(Optional<Set<String>> districts, Optional<Set<String>> ages) {
        boolean counts(Residents figure) {
            return districts
                            .map(wanted ->
                                    figure.district().filter(wanted::contains).isPresent())
                            .orElse(true)
                    && ages.map(wanted ->
                                    figure.ageGroup().filter(wanted::contains).isPresent())
                            .orElse(true);
        }
    }

    /** Empty where the city pack has no figure for the cut or for a district of it: unknown is not nobody. */
    public OptionalDouble mean(Cut cut, LocalDate from, LocalDate to) {
        if (years.isEmpty() || !cut.districts().map(districts::containsAll).orElse(true)) {
            return OptionalDouble.empty();
        }
        double personDays = 0;
        LocalDate start = from;
        while (!start.isAfter(to)) {
            LocalDate newYear = LocalDate.of(start.getYear() + 1, 1, 1);
            LocalDate end = newYear.isAfter(to) ? to.plusDays(1) : newYear;
            personDays += (double) inYear(cut, censusFor(start.getYear())) * (end.toEpochDay() - start.toEpochDay());
            start = end;
        }
        double mean = personDays / (to.toEpochDay() - from.toEpochDay() + 1);
        return mean > 0 ? OptionalDouble.of(mean) : OptionalDouble.empty();
    }

    /** The census year used for the period's end, where that is another year. */
    public Optional<Integer> carriedFrom(LocalDate to) {
        if (years.isEmpty() || years.contains(to.getYear())) {
            return Optional.empty();
        }
        return Optional.of(censusFor(to.getYear()));
    }

    public boolean knowsAges() {
        return residents.stream().anyMatch(figure -> figure.ageGroup().isPresent());
    }

    private int censusFor(int year) {
        Integer census = years.floor(year);
        return census != null ? census : years.first();
    }

    private long inYear(Cut cut, int year) {
        return residents.stream()
                .filter(figure -> figure.year() == year && cut.counts(figure))
                .mapToLong(Residents::residents)
                .sum();
    }
}
