package city.luotsi.figures.insight;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.query.Publication;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks through a finished publication for what a leader should know: {@code docs/decisions/signals.md}. */
public final class Insight {
    /** From so many standard errors on a queue counts as ageing, though it isn't told for itself. */
    private static final double AGEING = 2;

    private final Connection connection;
    private final Publication publication;
    private final Instant now;

    /** @param now when the publication is made, which tells a signal for the first time */
    public Insight(Connection connection, Publication publication, Instant now) {
        this.connection = connection;
        this.publication = publication;
        this.now = now;
    }

    /** @param before the signals of the publication before this one */
    public Findings find(List<Signal> before) throws SQLException {
        return find(before, publication.completeThrough());
    }

    /** @param through the last day that counts: earlier than the publication's own to see what could be seen then */
    public Findings find(List<Signal> before, LocalDate through) throws SQLException {
        long comparisons = 0;
        long withheld = 0;
        List<List<Departure>> looked = new ArrayList<>();
        Map<Slice, Double> ageing = new HashMap<>();
        for (Courses.Looked course : new Courses(connection, publication, through).all()) {
            List<Departure> departures = Departure.all(course.course(), course.expectation());
            comparisons += departures.size();
            if (isWithheld(course.course())) {
                withheld++;
            }
            if (!departures.isEmpty()) {
                looked.add(departures);
            }
            if (course.course().kpi().rollup() == Rollup.STOCK_AGE) {
                departures.forEach(departure -> ageing.merge(departure.course().slice(), departure.z(), Math::max));
            }
        }
        Threshold threshold = new Threshold(comparisons);
        List<Departure> told = looked.stream()
                .flatMap(departures -> departures.stream()
                        .filter(threshold::isTold)
                        .max(Comparator.comparingDouble(departure -> Math.abs(departure.z())))
                        .stream())
                .filter(departure -> !isBelied(departure, ageing))
                .toList();
        Priorities priorities = Priorities.read(connection);
        List<Signal> signals = Narrowest.of(told).stream()
                .map(departure -> signal(departure, threshold, priorities))
                .toList();
        return new Findings(
                Lives.continued(grouped(signals), before, through),
                comparisons,
                withheld,
                threshold.z(),
                threshold.falseAlarmsAMonth());
    }

    private static boolean isWithheld(Course course) {
        return course.length() > 0 && Double.isNaN(course.amount()[0] + course.base()[0]);
    }

    /** What has ended looks better, while what is open waits longer and longer: no improvement. */
    private static boolean isBelied(Departure departure, Map<Slice, Double> ageing) {
        return tone(departure.course().kpi(), departure.isUp()) == Tone.GOOD
                && ageing.entrySet().stream()
                        .anyMatch(age -> age.getValue() >= AGEING
                                && age.getKey().service().isPresent()
                                && age.getKey().isNear(departure.course().slice()));
    }

    private Signal signal(Departure departure, Threshold threshold, Priorities priorities) {
        Course course = departure.course();
        Estimate estimate = departure.estimate();
        String kpi = course.kpi().name();
        LocalDate since = course.pace().start(course.newest(), departure.window() - 1);
        double certainty = threshold.certainty(departure);
        double priority = priorities.of(kpi, course.slice());
        String id = id(kpi, course.slice(), departure.isUp(), since);
        return new Signal(
                id,
                kpi,
                course.slice(),
                course.pace().step(),
                departure.isUp(),
                departure.isFading() ? SignalState.FADING : SignalState.NEW,
                since,
                course.newest(),
                estimate.observed(),
                estimate.expected(),
                estimate.cases(),
                estimate.beyond(),
                departure.z(),
                certainty,
                priority,
                Math.abs(estimate.beyond()) * certainty * priority,
                now,
                id);
    }

    private static String id(String kpi, Slice slice, boolean up, LocalDate since) {
        List<String> words = new ArrayList<>(List.of(kpi));
        slice.service().or(slice::department).ifPresent(words::add);
        slice.district().or(slice::channel).ifPresent(words::add);
        words.add(up ? "up" : "down");
        words.add(since.toString());
        return String.join(".", words);
    }

    /** Whether somebody must see to it; the first first. */
    private enum Tone {
        BAD,
        GOOD,
        NEITHER
    }

    private static Tone tone(Kpi kpi, boolean up) {
        return switch (kpi.better()) {
            case NEITHER -> Tone.NEITHER;
            case HIGHER -> up ? Tone.GOOD : Tone.BAD;
            case LOWER -> up ? Tone.BAD : Tone.GOOD;
        };
    }

    /**
     * Several figures of one service tell one story: the highest rank leads it, of those that are worse than usual if there are
     * any. That fewer come by web is no news by itself, that fewer can is.
     */
    private List<Signal> grouped(List<Signal> signals) {
        List<Signal> ranked = signals.stream()
                .sorted(Comparator.comparing(
                                (Signal signal) -> tone(publication.catalogue().kpi(signal.kpi()), signal.up()))
                        .thenComparing(Comparator.comparingDouble(Signal::rank).reversed())
                        .thenComparing(Signal::id))
                .toList();
        Map<String, String> leads = new HashMap<>();
        List<Signal> grouped = new ArrayList<>();
        for (Signal signal : ranked) {
            Optional<String> service = signal.slice().service();
            grouped.add(
                    service.isEmpty()
                            ? signal
                            : signal.below(leads.computeIfAbsent(service.get(), any -> signal.id())));
        }
        return grouped;
    }
}
