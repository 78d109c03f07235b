package city.luotsi.dashboard.snapshot;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One city's publications: the highest valid number is current; the last good one is kept. */
final class CityPublications {
    private static final Logger LOG = LoggerFactory.getLogger(CityPublications.class);

    private final Map<Long, Refused> refused = new TreeMap<>();
    /** A file must not be opened twice: what some page still reads is found here. */
    private final Map<Long, WeakReference<Snapshot>> opened = new TreeMap<>();

    private volatile @Nullable Snapshot current;
    private volatile @Nullable String problem;

    Optional<Snapshot> current() {
        return Optional.ofNullable(current);
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** True if something changed: a newer publication is current, or a problem came or went. */
    boolean look(DataFolder.City city) {
        NavigableMap<Long, Path> announced = city.announced();
        long known = current().map(Snapshot::number).orElse(0L);
        Optional<String> before = problem();
        String newProblem = null;
        boolean found = false;
        for (Map.Entry<Long, Path> candidate :
                announced.tailMap(known, false).descendingMap().entrySet()) {
            try {
                current = open(candidate.getKey(), candidate.getValue());
                LOG.info("Showing publication {} of {}", candidate.getKey(), city.id());
                found = true;
                break;
            } catch (UnusablePublicationException e) {
                String said = String.valueOf(e.getMessage());
                newProblem = newProblem == null ? "%d: %s".formatted(candidate.getKey(), said) : newProblem;
            }
        }
        problem = newProblem;
        if (newProblem != null && !before.equals(Optional.of(newProblem))) {
            LOG.warn("A publication of {} can't be used: {}", city.id(), newProblem);
        }
        return found || !before.equals(problem());
    }

    /**
     * One of them as it was published.
     *
     * @return empty if there is none of this number
     * @throws UnusablePublicationException if it is torn, missing or of an unknown schema
     */
    Optional<Snapshot> at(DataFolder.City city, long number) {
        return Optional.ofNullable(city.announced().get(number))
                .map(json -> open(number, json).asPublished());
    }

    /** Opens it, unless it was refused before and neither of its files has changed since. */
    private synchronized Snapshot open(long number, Path json) {
        WeakReference<Snapshot> known = opened.get(number);
        Snapshot held = known == null ? null : known.get();
        if (held != null) {
            return held;
        }
        String state = DataFolder.stateOf(json);
        Refused before = refused.get(number);
        if (before != null && before.state().equals(state)) {
            throw new UnusablePublicationException(before.reason());
        }
        try {
            Snapshot snapshot = SnapshotFile.open(number, json);
            refused.remove(number);
            opened.put(number, new WeakReference<>(snapshot));
            return snapshot;
        } catch (UnusablePublicationException e) {
            refused.put(number, new Refused(state, String.valueOf(e.getMessage())));
            throw e;
        }
    }

    /** @param state of its files when it was refused */
    private record Refused(String state, String reason) {}
}
