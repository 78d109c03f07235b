package city.luotsi.figures.insight;

import city.luotsi.figures.query.Period;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far it was looked, in slices: services, their districts and channels, and what lies above them.
 *
 * @param compared slices of which at least one figure was compared
 * @param withheld slices of which none was, and something is hidden, because groups are too small
 * @param thin slices of which none was, though nothing is hidden: too few cases, or no history yet
 */
public record Reach(long compared, long withheld, long thin) {
    static Reach of(Collection<Course> courses, Collection<Departure> departures, List<Period> gaps) {
        Set<Slice> compared =
                departures.stream().map(departure -> departure.course().slice()).collect(Collectors.toSet());
        Set<Slice> withheld = new HashSet<>();
        Set<Slice> thin = new HashSet<>();
        for (Course course : courses) {
            if (!compared.contains(course.slice())) {
                (isHidden(course, gaps) ? withheld : thin).add(course.slice());
            }
        }
        thin.removeAll(withheld);
        return new Reach(compared.size(), withheld.size(), thin.size());
    }

    public long all() {
        return compared + withheld + thin;
    }

    /** What no feed delivered isn't known either, but nobody hides it. */
    private static boolean isHidden(Course course, List<Period> gaps) {
        return course.length() > 0
                && !course.isKnown(0)
                && gaps.stream()
                        .noneMatch(gap -> !gap.to().isBefore(course.pace().start(course.newest(), 0))
                                && !gap.from().isAfter(course.newest()));
    }
}
