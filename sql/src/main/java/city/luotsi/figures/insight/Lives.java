package city.luotsi.figures.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signals live from publication to publication: the same one keeps its id, and one that has ended is told for a while. */
final class Lives {
    private static final int DAYS_OVER = 28;

    private Lives() {}

    /**
     * @param found now
     * @param before of the publication before
     * @param through the last day that counts
     */
    static List<Signal> continued(List<Signal> found, List<Signal> before, LocalDate through) {
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
                .map(Signal::over)
                .forEach(lives::add);
        return lives;
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
