package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.Snapshots;
import com.vaadin.flow.spring.annotation.UIScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What one open page reads: it keeps its publication from page to page until the reader asks for the newer one. */
@Component
@UIScope
public class Reading {
    private final Snapshots snapshots;
    private final Map<String, Snapshot> kept = new HashMap<>();

    Reading(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The publication this page reads; empty if the city has none. */
    public Optional<Snapshot> of(String city) {
        Snapshot known = kept.get(city);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Snapshot> current = snapshots.current(city);
        current.ifPresent(snapshot -> kept.put(city, snapshot));
        return current;
    }

    /** A newer one than this page reads. */
    Optional<Snapshot> newer(String city) {
        long number = of(city).map(Snapshot::number).orElse(0L);
        return snapshots.current(city).filter(current -> current.number() > number);
    }

    void showNewest(String city) {
        kept.remove(city);
    }
}
