package city.luotsi.jobs.bench;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.insight.Findings;
import city.luotsi.figures.insight.Insight;
import city.luotsi.figures.insight.Signal;
import city.luotsi.figures.insight.SignalState;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.PublicationReader;
import city.luotsi.jobs.demo.DemoCity;
import city.luotsi.jobs.demo.DemoSettings;
import city.luotsi.jobs.demo.Effect;
import city.luotsi.jobs.demo.PlantedStory;
import city.luotsi.jobs.demo.Recipe;
import city.luotsi.jobs.publish.Publications;
import city.luotsi.jobs.publish.Refresh;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** One demonstration city, looked at as it would have been on earlier days. */
final class SignalTrial {
    private static final LocalDate UNTIL = LocalDate.of(2026, 5, 31);
    private static final int YEARS = 3;
    private static final int MONTHS = 12;
    private static final int WITHIN_DAYS = 7;
    /** What a story has set in motion goes on after it: a queue drains, a share comes back. */
    private static final int AFTERMATH_DAYS = 120;

    private final JobFolders folders;
    private final Definitions definitions;
    private final String city;
    private final Progress progress;

    /** @param folders must be empty; what is left in it may be deleted */
    SignalTrial(JobFolders folders, Definitions definitions, String city, Progress progress) {
        this.folders = folders;
        this.definitions = definitions;
        this.city = city;
        this.progress = progress;
    }

    /**
     * A story, and when it was told.
     *
     * @param confidential of a service that is told by months that are over
     * @param due the first day on which it could be told
     * @param told the day: within a week of that, or of a confidential service with the month after it
     * @param exactly whether the slice was named right, not only a wider one
     */
    record Found(PlantedStory story, boolean confidential, LocalDate due, Optional<LocalDate> told, boolean exactly) {
        boolean withinAWeek() {
            return delay().filter(days -> days <= WITHIN_DAYS).isPresent();
        }

        /** Of one that wasn't told within a week, or not of its own slice. */
        String shortcoming() {
            if (told.isEmpty()) {
                return "missed";
            }
            return exactly ? "told late" : "told wider";
        }

        Optional<Long> delay() {
            return told.map(day -> day.toEpochDay() - due.toEpochDay());
        }
    }

    /**
     * @param stories whether any were planted
     * @param months looked at
     * @param right told for the first time, and of a story
     * @param wrong told for the first time, and of none
     */
    record Outcome(
            long seed,
            boolean stories,
            int months,
            List<Found> found,
            List<Signal> right,
            List<Signal> wrong,
            double secondsALook) {
        Outcome {
            found = List.copyOf(found);
            right = List.copyOf(right);
            wrong = List.copyOf(wrong);
        }

        String sentence() {
            return "seed %d %s: %d of %d stories found%s; %d signals of stories, %d of none%s; %.1f s a look"
                    .formatted(
                            seed,
                            stories ? "with stories" : "without",
                            found.stream().filter(one -> one.told().isPresent()).count(),
                            found.size(),
                            found.stream()
                                    .filter(one -> !one.withinAWeek() || !one.exactly())
                                    .map(one -> "; %s %s: %s %s, due %s"
                                            .formatted(
                                                    one.shortcoming(),
                                                    one.story().id(),
                                                    one.story().slice(),
                                                    one.story().from(),
                                                    one.due()))
                                    .collect(Collectors.joining()),
                            right.size(),
                            wrong.size(),
                            wrong.stream()
                                    .map(signal -> " [%s z %.1f, %.3g instead of %.3g through %s]"
                                            .formatted(
                                                    signal.id(),
                                                    signal.z(),
                                                    signal.observed(),
                                                    signal.expected(),
                                                    signal.through()))
                                    .collect(Collectors.joining()),
                            secondsALook);
        }
    }

    Outcome of(long seed, long events, boolean stories, Supplier<SparkSession> session)
            throws IOException, SQLException {
        DemoSettings settings = new DemoSettings(
                events, seed, UNTIL, YEARS, stories ? DemoSettings.Telling.ALL : DemoSettings.Telling.NONE);
        Recipe recipe = new DemoCity(folders, definitions, city, progress)
                .make(settings, session)
                .recipe();
        new Refresh(session.get(), folders, definitions, Clock.systemUTC(), progress::stage).run(city);
        Publications publications = Publications.of(folders, city);
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        String file = "jdbc:duckdb:"
                + publications
                        .readable(publications.newest().orElseThrow(), folders.of(city))
                        .orElseThrow();
        progress.stage("looking back");
        try (Connection connection = DriverManager.getConnection(file, readOnly)) {
            Publication publication = PublicationReader.read(connection);
            Looks looks = new Looks(connection, publication);
            List<Found> found = new ArrayList<>();
            for (PlantedStory story : recipe.stories()) {
                if (story.effect() != Effect.SILENCE) {
                    found.add(looks.find(story));
                }
            }
            List<Signal> told = looks.told();
            List<Signal> right = told.stream()
                    .filter(signal -> recipe.stories().stream().anyMatch(story -> isAbout(signal, story)))
                    .toList();
            List<Signal> wrong =
                    told.stream().filter(signal -> !right.contains(signal)).toList();
            return new Outcome(seed, stories, MONTHS, found, right, wrong, looks.seconds());
        }
    }

    /** Of the same service and time; of a story of one district not what is told of another. */
    private static boolean isAbout(Signal signal, PlantedStory story) {
        Optional<String> district = Optional.ofNullable(story.slice().get("district"));
        return (district.isEmpty()
                        || signal.slice().district().isEmpty()
                        || signal.slice().district().equals(district))
                && signal.slice()
                        .service()
                        .filter(id -> id.equals(story.slice().get("service")))
                        .isPresent()
                && !signal.through().isBefore(story.from())
                && !signal.since().isAfter(story.to().plusDays(AFTERMATH_DAYS));
    }

    /** The same publication on many days. */
    private static final class Looks {
        private final Connection connection;
        private final Publication publication;
        private int looks;
        private long nanos;

        Looks(Connection connection, Publication publication) {
            this.connection = connection;
            this.publication = publication;
        }

        double seconds() {
            return nanos / 1e9 / Math.max(1, looks);
        }

        private Findings on(LocalDate day, List<Signal> before) throws SQLException {
            long start = System.nanoTime();
            Findings findings = new Insight(connection, publication, Instant.EPOCH).find(before, day);
            nanos += System.nanoTime() - start;
            looks++;
            return findings;
        }

        Found find(PlantedStory story) throws SQLException {
            boolean confidential = publication.confidential().stream()
                    .anyMatch(service -> service.service().equals(story.slice().get("service")));
            LocalDate due = confidential ? YearMonth.from(story.shownFrom()).atEndOfMonth() : story.shownFrom();
            List<LocalDate> days = confidential
                    ? List.of(due, YearMonth.from(due).plusMonths(1).atEndOfMonth())
                    : due.datesUntil(due.plusDays(WITHIN_DAYS + 1)).toList();
            for (LocalDate day : days) {
                if (day.isAfter(publication.completeThrough())) {
                    break;
                }
                List<Signal> about = on(day, List.of()).signals().stream()
                        .filter(signal -> isAbout(signal, story))
                        .toList();
                if (!about.isEmpty()) {
                    boolean exactly = about.stream()
                            .anyMatch(
                                    signal -> Optional.ofNullable(story.slice().get("district"))
                                            .equals(signal.slice().district()));
                    return new Found(story, confidential, due, Optional.of(day), exactly);
                }
            }
            return new Found(story, confidential, due, Optional.empty(), false);
        }

        /** All that leads a story of its own and is told for the first time, week by week. */
        List<Signal> told() throws SQLException {
            List<Signal> told = new ArrayList<>();
            List<Signal> before = List.of();
            LocalDate end = publication.completeThrough();
            for (LocalDate day = end.minusMonths(MONTHS); !day.isAfter(end); day = day.plusWeeks(1)) {
                before = on(day, before).signals();
                List<Signal> known = List.copyOf(told);
                before.stream()
                        .filter(signal -> signal.isLead()
                                && signal.state() != SignalState.OVER
                                && signal.state() != SignalState.CONTINUING)
                        .filter(signal ->
                                known.stream().noneMatch(earlier -> earlier.id().equals(signal.id())))
                        .forEach(told::add);
            }
            return told;
        }
    }
}
