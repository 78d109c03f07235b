package city.luotsi.jobs.demo;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Text;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.figures.city.Member;
import city.luotsi.jobs.lake.Ingest;
import city.luotsi.jobs.lake.Lake;
import city.luotsi.jobs.run.CityLock;
import city.luotsi.jobs.run.FileCounts;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import city.luotsi.jobs.run.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Makes the events of a demonstration city and takes them into its lake. */
public final class DemoCity {
    private static final String FEED = "events";
    private static final String MADE = "made";
    private static final long EVENTS_PER_FILE = 1_000_000;
    private final JobFolders folders;
    private final Definitions definitions;
    private final String city;
    private final CityPack pack;
    private final List<ServiceProfile> profiles;
    private final DemandCalendar calendar;
    private final Progress progress;

    /**
     * @param city a demonstration city, for example {@code helsinki-demo}
     * @throws city.luotsi.figures.catalogue.DefinitionException if its pack, a profile or a story is wrong
     */
    public DemoCity(JobFolders folders, Definitions definitions, String city, Progress progress) {
        if (!JobFolders.isDemonstration(city)) {
            throw new IllegalArgumentException("%s is not a demonstration city".formatted(city));
        }
        this.folders = folders;
        this.definitions = definitions;
        this.city = city;
        this.pack = new CityPacks(definitions).read(JobFolders.packOf(city));
        this.calendar = DemandCalendar.of(pack, definitions);
        this.profiles = ServiceProfiles.of(pack, definitions, calendar);
        this.progress = progress;
    }

    /**
     * What was made.
     *
     * @param files empty if the lake holds what these settings make already
     */
    public record Made(Recipe recipe, List<FileCounts> files) {
        public Made {
            files = List.copyOf(files);
        }
    }

    /**
     * Makes the city, in place of one that was made with other settings.
     *
     * @param spark asked for only if there is something to do
     * @throws JobException if the lake holds events that were not made here
     */
    public Made make(DemoSettings settings, Supplier<SparkSession> spark) {
        Recipe recipe = recipe(settings);
        Path file = folders.stories(city);
        if (Recipe.read(file).equals(Optional.of(recipe))) {
            return new Made(recipe, List.of());
        }
        SparkSession session = spark.get();
        requireOwnEvents(session);
        Workplace work = folders.work(city, "demo");
        try (CityLock lock = CityLock.take(folders, city, "demo")) {
            // what a killed run left behind
            work.clear();
            progress.andTell(lock::say).stage("making %,d events".formatted(settings.events()));
            try {
                write(recipe, session, parts(settings), work.shared(MADE));
                Files.deleteIfExists(file);
                List<FileCounts> files = new Ingest(session, folders, definitions, city, progress)
                        .writtenInstead(work.fetched(MADE), FEED);
                recipe.write(file);
                return new Made(recipe, files);
            } finally {
                work.clear();
            }
        } catch (IOException e) {
            throw new JobException("can't write to %s: %s".formatted(folders.of(city), e.getMessage()), e);
        }
    }

    /** What these settings make, known before it is made. */
    Recipe recipe(DemoSettings settings) {
        List<PlantedStory> stories = !settings.hasStories()
                ? List.of()
                : Story.all(definitions).stream()
                        .flatMap(story -> story.plant(settings, names(), this::traffic).stream())
                        .toList();
        return new Recipe(settings, Fingerprint.of(definitions, pack.id()), stories);
    }

    /** How many requests a service has on a day, by season, weekday and holiday, where a usual day of the year has 1. */
    private double traffic(String service, LocalDate day) {
        ServiceProfile profile = profiles.stream()
                .filter(one -> one.service().equals(service))
                .findFirst()
                .orElseThrow();
        double usual = day.minusYears(1)
                .datesUntil(day)
                .mapToDouble(date -> calendar.weight(profile.season(), profile.week(), date))
                .average()
                .orElseThrow();
        return calendar.weight(profile.season(), profile.week(), day) / usual;
    }

    void write(Recipe recipe, SparkSession spark, int parts, String folder) {
        SparkSession session = spark.newSession();
        // one stage of so many expressions would be one method that the JVM refuses to compile
        session.conf().set("spark.sql.codegen.wholeStage", false);
        DemoTables tables = new DemoTables(pack, recipe.settings(), profiles, calendar, recipe.stories());
        new DemoEvents(recipe.settings(), pack.zone(), recipe.stories())
                .of(session, tables, parts)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(folder);
    }

    private static int parts(DemoSettings settings) {
        return (int) Math.max(2, Math.ceilDiv(settings.events(), EVENTS_PER_FILE));
    }

    private void requireOwnEvents(SparkSession spark) {
        Lake lake = new Lake(spark, folders.lake(city));
        if (lake.exists()
                && !lake.events()
                        .where("not startswith(event_id, '%s')".formatted(DemoEvents.ID))
                        .isEmpty()) {
            throw new JobException(
                    "the lake of %s holds events that were not made by 'jobs demo', and would be lost; move %s away first"
                            .formatted(city, folders.of(city)));
        }
    }

    private Map<String, Map<String, Text>> names() {
        Map<String, Map<String, Text>> names = new HashMap<>();
        for (String dimension : List.of("service", "district", "channel")) {
            names.put(dimension, pack.members(dimension).stream().collect(Collectors.toMap(Member::id, Member::name)));
        }
        names.put(
                "feed",
                profiles.stream()
                        .map(ServiceProfile::feed)
                        .distinct()
                        .collect(Collectors.toMap(feed -> feed, feed -> Text.of(feed, feed, feed))));
        return names;
    }
}
