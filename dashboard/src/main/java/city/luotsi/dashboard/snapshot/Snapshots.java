package city.luotsi.dashboard.snapshot;

import city.luotsi.figures.query.Publication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The current publication of every city. It looks at the folder now and then, never while a page is waiting. */
@Component
public final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final DataFolder folder;
    private final Map<String, CityPublications> cities = new ConcurrentHashMap<>();
    private volatile Map<String, Snapshot> current = Map.of();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    Snapshots(DataFolder folder) {
        this.folder = folder;
        look();
    }

    /** Cities with a usable publication, by id. */
    public List<Snapshot> all() {
        return List.copyOf(new TreeMap<>(current).values());
    }

    /** The newest usable publication of a city. */
    public Optional<Snapshot> current(String city) {
        return Optional.ofNullable(current.get(city));
    }

    /**
     * A city as one of its publications tells of it.
     *
     * @param place the city's id, with the number of a publication: {@code helsinki@7}
     * @return empty if there is no such publication, or it can't be used
     */
    public Optional<Snapshot> asPublished(String place) {
        return Announced.Asked.read(place)
                .flatMap(asked -> folder.cities().stream()
                        .filter(city -> city.id().equals(asked.city()))
                        .findFirst()
                        .flatMap(city -> open(city, asked.number())));
    }

    private Optional<Snapshot> open(DataFolder.City city, long number) {
        try {
            return cities.computeIfAbsent(city.id(), id -> new CityPublications())
                    .at(city, number);
        } catch (UnusablePublicationException e) {
            LOG.warn("Publication {} of {} can't be shown as it was published: {}", number, city.id(), e.getMessage());
            return Optional.empty();
        }
    }

    /** What has been published of a city, the newest first. */
    public List<Announced> announced(String city, int most) {
        return folder.cities().stream()
                .filter(one -> one.id().equals(city))
                .flatMap(one -> one.announced().descendingMap().entrySet().stream())
                .flatMap(entry -> announced(city, entry.getKey(), entry.getValue()).stream())
                .limit(most)
                .toList();
    }

    private static Optional<Announced> announced(String city, long number, Path json) {
        try {
            Announcement said = Announcement.read(json);
            return said.schema() == Publication.SCHEMA
                    ? said.createdAt()
                            .flatMap(at ->
                                    said.completeThrough().map(through -> new Announced(city, number, at, through)))
                    : Optional.empty();
        } catch (UnusablePublicationException e) {
            return Optional.empty();
        }
    }

    /** Why something newer than what is shown can't be used, if there is such a thing. */
    public Optional<String> problem(String city) {
        return Optional.ofNullable(cities.get(city)).flatMap(CityPublications::problem);
    }

    /** All problems there are, by city, with and without a usable publication. */
    public SortedMap<String, String> problems() {
        SortedMap<String, String> problems = new TreeMap<>();
        cities.forEach(
                (city, publications) -> publications.problem().ifPresent(problem -> problems.put(city, problem)));
        return problems;
    }

    /** Told after something newer was found or a problem came or went; on a background thread. */
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Ends what {@link #onChange} began. */
    @FunctionalInterface
    public interface Subscription {
        void end();
    }

    /** Looks at the folder once. */
    public synchronized void look() {
        List<Snapshot> found = new ArrayList<>();
        boolean changed = false;
        for (DataFolder.City city : folder.cities()) {
            CityPublications publications = cities.computeIfAbsent(city.id(), id -> new CityPublications());
            changed |= publications.look(city);
            publications.current().ifPresent(found::add);
        }
        Map<String, Snapshot> byCity = new TreeMap<>();
        found.forEach(snapshot -> byCity.put(snapshot.city(), snapshot));
        current = Map.copyOf(byCity);
        if (changed) {
            listeners.forEach(Snapshots::tell);
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("An open page could not be told of new figures", e);
        }
    }
}
