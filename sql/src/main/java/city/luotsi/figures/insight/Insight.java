package city.luotsi.figures.insight;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        List<Course> courses = new ArrayList<>();
        List<Departure> compared = new ArrayList<>();
        for (Courses.Looked looked : new Courses(connection, publication, through).all()) {
            courses.add(looked.course());
            compared.addAll(Departure.all(looked.course(), looked.expectations()));
        }
        List<Departure> departures =
                compared.stream().map(new Widths(compared)::applied).toList();
        Threshold threshold = Threshold.of(departures);
        Map<Slice, Double> ageing = ageing(departures);
        List<Departure> told = departures.stream()
                .filter(threshold::isTold)
                .collect(Collectors.groupingBy(
                        Departure::course,
                        LinkedHashMap::new,
                        Collectors.maxBy(Comparator.comparingDouble(departure -> Math.abs(departure.z())))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .filter(departure -> !isBelied(departure, ageing))
                .toList();
        Priorities priorities = Priorities.read(connection);
        List<Signal> signals = new ArrayList<>();
        for (Departure departure : Narrowest.of(told)) {
            signals.add(signal(Found.of(departure), threshold, priorities));
        }
        for (Aims.Crossing crossing : new Aims(connection, publication, through).all()) {
            if (threshold.isTold(crossing) && !isSaid(crossing, told) && !isBelied(crossing, ageing)) {
                signals.add(signal(Found.of(crossing), threshold, priorities));
            }
        }
        return new Findings(
                Lives.continued(grouped(signals), before, unknown(courses), through),
                threshold.allComparisons(),
                Optional.of(Reach.of(courses, compared, publication.gaps())),
                threshold.of(Threshold.Kind.WEEK),
                threshold.of(Threshold.Kind.MONTH),
                threshold.falseAlarmsAMonth());
    }

    private static Set<Lives.Place> unknown(List<Course> courses) {
        return courses.stream()
                .filter(course -> !course.isKnown(0))
                .map(Lives.Place::of)
                .collect(Collectors.toSet());
    }

    /** The farthest off of each slice's ages of what is open. */
    private static Map<Slice, Double> ageing(List<Departure> departures) {
        return departures.stream()
                .filter(departure -> departure.course().kpi().rollup() == Rollup.STOCK_AGE)
                .collect(Collectors.toMap(departure -> departure.course().slice(), Departure::z, Math::max));
    }

    /** By a departure of the figure in the same place or a part of it, the target beside it. */
    private static boolean isSaid(Aims.Crossing crossing, List<Departure> told) {
        return told.stream()
                .anyMatch(departure -> departure.course().kpi().equals(crossing.kpi())
                        && departure.isUp() == crossing.isUp()
                        && crossing.slice().holds(departure.course().slice()));
    }

    private static boolean isBelied(Departure departure, Map<Slice, Double> ageing) {
        return isBelied(
                departure.course().kpi(), departure.isUp(), departure.course().slice(), ageing);
    }

    private static boolean isBelied(Aims.Crossing crossing, Map<Slice, Double> ageing) {
        return isBelied(crossing.kpi(), crossing.isUp(), crossing.slice(), ageing);
    }

    /** What has ended looks better, while what is open waits longer and longer: no improvement. */
    private static boolean isBelied(Kpi kpi, boolean up, Slice slice, Map<Slice, Double> ageing) {
        return tone(kpi, up) == Tone.GOOD
                && ageing.entrySet().stream()
                        .anyMatch(age -> age.getValue() >= AGEING
                                && age.getKey().service().isPresent()
                                && age.getKey().isNear(slice));
    }

    /** What a signal is made of, whatever it departs from. */
    private record Found(
            Kpi kpi,
            Slice slice,
            Against against,
            Pace pace,
            SignalState state,
            Period period,
            Estimate estimate,
            double z) {

        static Found of(Departure departure) {
            Course course = departure.course();
            LocalDate since = course.pace().start(course.newest(), departure.lasted() - 1);
            return new Found(
                    course.kpi(),
                    course.slice(),
                    Against.PATTERN,
                    course.pace(),
                    departure.isFading() ? SignalState.FADING : SignalState.NEW,
                    new Period(since, course.newest()),
                    departure.estimate(),
                    departure.z());
        }

        static Found of(Aims.Crossing crossing) {
            return new Found(
                    crossing.kpi(),
                    crossing.slice(),
                    Against.TARGET,
                    Pace.MONTH,
                    SignalState.NEW,
                    crossing.period(),
                    crossing.estimate(),
                    crossing.estimate().z());
        }
    }

    private Signal signal(Found found, Threshold threshold, Priorities priorities) {
        Estimate estimate = found.estimate();
        String kpi = found.kpi().name();
        boolean up = found.z() > 0;
        double certainty = threshold.certainty(Threshold.Kind.of(found.kpi(), found.pace()), found.z());
        double priority = priorities.of(kpi, found.slice());
        String id = id(kpi, found.slice(), found.against(), up, found.period().from());
        return new Signal(
                id,
                kpi,
                found.slice(),
                found.against(),
                found.pace().step(),
                up,
                found.state(),
                found.period().from(),
                found.period().to(),
                estimate.observed(),
                estimate.expected(),
                estimate.cases(),
                estimate.beyond(),
                found.z(),
                certainty,
                priority,
                Math.abs(estimate.beyond()) * certainty * priority,
                now,
                id);
    }

    private static String id(String kpi, Slice slice, Against against, boolean up, LocalDate since) {
        List<String> words = new ArrayList<>(List.of(kpi));
        slice.service().or(slice::department).ifPresent(words::add);
        slice.district().or(slice::channel).ifPresent(words::add);
        if (against == Against.TARGET) {
            words.add("target");
        }
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
     * Several figures of one service, of one department or of the city tell one story: the highest rank leads it, of those that
     * are worse than usual if there are any. That fewer come by web is no news by itself, that fewer can is.
     */
    private List<Signal> grouped(List<Signal> signals) {
        List<Signal> ranked = signals.stream()
                .sorted(Comparator.comparing(
                                (Signal signal) -> tone(publication.catalogue().kpi(signal.kpi()), signal.up()))
                        .thenComparing(Comparator.comparingDouble(Signal::rank).reversed())
                        .thenComparing(Signal::id))
                .toList();
        Map<Slice, String> leads = new HashMap<>();
        List<Signal> grouped = new ArrayList<>();
        for (Signal signal : ranked) {
            Slice slice = signal.slice();
            Slice whole = slice.parent().filter(Slice::isWholeService).orElse(slice);
            grouped.add(signal.below(leads.computeIfAbsent(whole, any -> signal.id())));
        }
        return grouped;
    }
}
