package city.luotsi.dashboard.shell;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.snapshot.Snapshots;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
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

    /**
     * The publication this page reads; empty if there is none.
     *
     * @param place a city, or a city as one publication tells of it: {@code helsinki@7}
     */
    public Optional<Snapshot> of(String place) {
        Snapshot known = kept.get(place);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Snapshot> found = snapshots.current(place).or(() -> snapshots.asPublished(place));
        found.ifPresent(snapshot -> kept.put(place, snapshot));
        return found;
    }

    /** The publication that an address names; where there is none, the page that says so is shown instead. */
    public Optional<Snapshot> entered(BeforeEnterEvent event) {
        return found(event, of(Places.city(event.getRouteParameters())));
    }

    /** The same for a page of one KPI, which must be in it. */
    public Optional<Snapshot> enteredWithKpi(BeforeEnterEvent event) {
        String kpi = event.getRouteParameters().get(Places.KPI).orElse("");
        return found(
                event,
                of(Places.city(event.getRouteParameters()))
                        .filter(snapshot ->
                                snapshot.publication().catalogue().kpis().containsKey(kpi)));
    }

    private static Optional<Snapshot> found(BeforeEnterEvent event, Optional<Snapshot> snapshot) {
        if (snapshot.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
        }
        return snapshot;
    }

    /** A newer one than this page reads. */
    Optional<Snapshot> newer(String place) {
        long number = of(place).map(Snapshot::number).orElse(0L);
        return snapshots.current(place).filter(current -> current.number() > number);
    }

    void showNewest(String place) {
        kept.remove(place);
    }
}
