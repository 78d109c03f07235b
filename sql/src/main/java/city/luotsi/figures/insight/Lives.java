package city.luotsi.figures.insight;

import city.luotsi.figures.query.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Signals live from publication to publication: the same one keeps its id, and one that has ended is told for a while. */
final class Lives {
    private static final int DAYS_OVER = 28;

    private Lives() {}

    /** Whose course a signal tells of. */
    record Place(String kpi, Slice slice, Step pace) {
        static Place of(Course course) {
            return new Place(course.kpi().name(), course.slice(), course.pace().step());
        }

        static Place of(Signal signal) {
            return new Place(signal.kpi(), signal.slice(), signal.pace());
        }
    }

    /**
     * @param found now
     * @param before of the publication before
     * @param unknown what the newest week or month of is hidden, or was not delivered: it can't be told whether that is over
     * @param through the last day that counts
     */
    static List<Signal> continued(List<Signal> found, List<Signal> before, Set<Place> unknown, LocalDate through) {
        List<Signal> left = new ArrayList<>(before);
        List<Signal> all = new ArrayList<>();
        for (Signal signal : found) {
            Optional<Signal> known =
                    left.stream().filter(earlier -> isSame(earlier, signal)).findFirst();
            known.ifPresent(left::remove);
            all.add(known.map(signal::continuing).orElse(signal));
        }
        List<Signal> leading = relinked(found, all);
        List<Signal> lives = new ArrayList<>(leading);
        left.stream()
                // a target that is met again is a signal of its own, and one that has long been missed is none
                .filter(earlier -> earlier.against() == Against.PATTERN)
                .filter(earlier -> !earlier.through().isBefore(through.minusDays(DAYS_OVER)))
                .filter(earlier ->
                        lives.stream().noneMatch(signal -> signal.id().equals(earlier.id())))
                .map(earlier -> unknown.contains(Place.of(earlier)) ? earlier.held() : earlier.over())
                .forEach(lives::add);
        Set<String> there = lives.stream().map(Signal::id).collect(Collectors.toSet());
        return lives.stream()
                .map(signal -> there.contains(signal.lead()) ? signal : signal.below(signal.id()))
                .toList();
    }

    /** It may have been told of a whole first and of a part now, or the other way round. */
    private static boolean isSame(Signal earlier, Signal signal) {
        return earlier.state() != SignalState.OVER
                && earlier.kpi().equals(signal.kpi())
                && earlier.against() == signal.against()
                && earlier.up() == signal.up()
                && (earlier.slice().equals(signal.slice())
                        || (earlier.slice().service().isPresent()
                                && earlier.slice().isNear(signal.slice())
                                && signal.slice().service().isPresent()));
    }

    /** Who leads is named by the id that it has now. */
    private static List<Signal> relinked(List<Signal> found, List<Signal> named) {
        List<Signal> linked = new ArrayList<>();
        for (Signal signal : named) {
            String lead = signal.lead();
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i).id().equals(lead)) {
                    lead = named.get(i).id();
                    break;
                }
            }
            linked.add(signal.below(lead));
        }
        return linked;
    }
}
