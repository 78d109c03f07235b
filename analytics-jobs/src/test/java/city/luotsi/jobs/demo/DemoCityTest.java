package city.luotsi.jobs.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.lake.Ingest;
import city.luotsi.jobs.lake.Lake;
import city.luotsi.jobs.run.FileCounts;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator finds in the folder of a demonstration city. */
class DemoCityTest {
    private static final String CITY = "helsinki-demo";
    private static final DemoSettings SETTINGS = MadeEvents.settings(3_000, 1);

    @TempDir
    private Path data = Path.of("");

    private JobFolders folders = new JobFolders(data);

    @BeforeEach
    void folders() {
        folders = new JobFolders(data);
    }

    @Test
    void anotherRunWithTheSameSettingsChangesNothing() throws IOException {
        DemoCity.Made first = make(SETTINGS);
        long version = lake().version();

        DemoCity.Made again = city().make(SETTINGS, () -> {
            throw new AssertionError("Spark isn't needed");
        });

        assertEquals(
                3_000, first.files().stream().mapToLong(FileCounts::inserted).sum());
        assertEquals(List.of(), again.files());
        assertEquals(first.recipe(), again.recipe());
        assertEquals(version, lake().version());
        assertTrue(Files.readString(folders.stories(CITY)).contains("\"shown_from\""));
    }

    @Test
    void outOfSeasonAndAtChristmasMoreRequestsTakeLongerToBeSeen() {
        PlantedStory winter = surge(2003);
        assertEquals("park_feedback", winter.slice().get("service"));
        assertEquals(LocalDate.of(2025, 12, 22), winter.from());
        // a Monday in December has 0.6 of a usual day's, a holiday 0.2, the days from the 22nd to the 29th 3.3 together
        assertEquals(LocalDate.of(2025, 12, 30), winter.shownFrom());
        PlantedStory spring = surge(2015);
        assertEquals("park_feedback", spring.slice().get("service"));
        // a Monday and a Tuesday in May have 1.9 each
        assertEquals(LocalDate.of(2025, 5, 19), spring.from());
        assertEquals(LocalDate.of(2025, 5, 21), spring.shownFrom());
    }

    private PlantedStory surge(long seed) {
        DemoSettings settings =
                new DemoSettings(1_000_000, seed, LocalDate.of(2026, 5, 31), 3, DemoSettings.Telling.ALL);
        return city().recipe(settings).stories().stream()
                .filter(story -> story.effect() == Effect.REQUESTS)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void otherSettingsTakeThePlaceOfAllThatWas() throws IOException {
        make(SETTINGS);
        Set<String> before = landed();

        DemoCity.Made made = make(MadeEvents.settings(2_000, 2));

        assertEquals(2_000, lake().events().count());
        assertEquals(2_000, lake().events().select("event_id").distinct().count());
        assertEquals(
                made.files().stream().map(FileCounts::file).collect(Collectors.toSet()),
                landed().stream().map(name -> name.replace(".parquet", "")).collect(Collectors.toSet()));
        assertTrue(landed().stream().noneMatch(before::contains), "originals of the old events");
        assertEquals(
                2, Recipe.read(folders.stories(CITY)).orElseThrow().settings().seed());
    }

    @Test
    void eventsFromElsewhereAreNotLost() throws IOException {
        Path folder = data.resolve("elsewhere");
        SharedSpark.session()
                .range(10)
                .selectExpr(
                        "cast(id as string) as event_id", "timestamp '2026-01-01' as requested_at", "'open' as status")
                .write()
                .parquet(folder.toString());
        new Ingest(SharedSpark.session(), folders, Definitions.builtIn(), CITY, Progress.silent())
                .written(folder, "events");

        JobException refused = assertThrows(JobException.class, () -> make(SETTINGS));

        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith(
                                "the lake of helsinki-demo holds events that were not made by 'jobs demo', and would be lost; move"),
                refused.getMessage());
        assertEquals(10, lake().events().count());
    }

    @Test
    void aWrongProfileIsNamedWithItsLine() throws IOException {
        Path pack = Files.createDirectories(data.resolve("sql/city/helsinki"));
        String profiles = Definitions.builtIn().text("city/helsinki/demo.csv").orElseThrow();
        Definitions own = Definitions.builtIn().with(data.resolve("sql"));

        Files.writeString(
                pack.resolve("demo.csv"),
                profiles.replace("preschool,education_system,13", "preschool,education_system,0"));
        assertRefused("city/helsinki/demo.csv, line 3: share, wait_days and wait_sigma must be above 0", own);
        Files.writeString(pack.resolve("demo.csv"), profiles.replace("boat_berth,", "submarine_berth,"));
        assertRefused("unknown service 'submarine_berth'", own);
        Files.writeString(pack.resolve("demo.csv"), profiles.replaceAll("(?m)^boat_berth,.*\\n", ""));
        assertRefused("must have each service of service.csv once; it lacks [boat_berth]", own);
    }

    private void assertRefused(String message, Definitions definitions) {
        DefinitionException refused = assertThrows(
                DefinitionException.class, () -> new DemoCity(folders, definitions, CITY, Progress.silent()));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
    }

    private DemoCity city() {
        return new DemoCity(folders, Definitions.builtIn(), CITY, Progress.silent());
    }

    private DemoCity.Made make(DemoSettings settings) {
        return city().make(settings, SharedSpark::session);
    }

    private Lake lake() {
        return new Lake(SharedSpark.session(), folders.lake(CITY));
    }

    private Set<String> landed() throws IOException {
        try (Stream<Path> files = Files.list(folders.landing(CITY))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".parquet"))
                    .collect(Collectors.toSet());
        }
    }
}
