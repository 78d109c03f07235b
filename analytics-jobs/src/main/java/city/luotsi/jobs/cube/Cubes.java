package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.jobs.run.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps a city's cube up to date with its lake. What changed is added up; the rest is taken from the cube before, if
 * there is one that was made by the same definitions.
 */
public final class Cubes {
    private static final Pattern NAME = Pattern.compile("(\\d+)-[0-9a-f]{8}\\.duckdb");

    private final SparkSession spark;
    private final Path folder;
    private final Consumer<String> progress;

    /**
     * @param spark its time zone must be the city's
     * @param folder where the cubes are kept; anything in it can be made again
     * @param progress is told what is being done, in words
     */
    public Cubes(SparkSession spark, Path folder, Consumer<String> progress) {
        this.spark = spark;
        this.folder = folder;
        this.progress = progress;
    }

    /** How a cube is to be made. */
    public enum Way {
        /** From what changed, as far as possible. */
        INCREMENT,
        /** From all of the lake. */
        WHOLE
    }

    /**
     * The cube of a version of the lake.
     *
     * @param work for what goes when the run ends; must be empty
     * @throws IllegalStateException if the lake holds no event
     * @throws city.luotsi.figures.catalogue.DefinitionException if a KPI or subject names what doesn't exist
     */
    public Cube of(Ground ground, Way way, Workplace work) throws SQLException {
        Optional<CubeState.Finished> previous = way == Way.WHOLE
                ? Optional.empty()
                : newest().filter(older ->
                        older.state().lakeVersion() <= ground.lake().version());
        try {
            return make(ground, previous, work);
        } catch (LakeChange.Unavailable e) {
            progress.accept(String.valueOf(e.getMessage()));
            return make(ground, Optional.empty(), work);
        }
    }

    /** Removes all cubes but the one that the next run starts from. */
    public void forgetOthers(Cube kept) {
        files().stream().filter(file -> !file.equals(kept.file())).forEach(Cubes::delete);
    }

    /** The first difference between a cube and one made from all of the lake, in words. */
    public static Optional<String> difference(Cube one, Cube other) throws SQLException {
        return CubeDifference.between(one.file(), other.file(), other.tables());
    }

    private Cube make(Ground ground, Optional<CubeState.Finished> finished, Workplace work) throws SQLException {
        Optional<CubeState> previous = finished.map(CubeState.Finished::state);
        LakeVersion lake = ground.lake();
        Catalogue catalogue = ground.catalogue();
        progress.accept("reading the lake");
        Optional<LakeChange> change = previous.map(state ->
                LakeChange.between(spark, lake, state.lakeVersion(), work.shared("changes-" + UUID.randomUUID())));
        SurveyCounts counts = counts(ground, previous, change);
        LakeSurvey survey = LakeSurvey.of(counts, ground.checks());
        if (survey.isEmpty()) {
            throw new IllegalStateException("the lake holds no event; run 'jobs ingest' or 'jobs demo' first");
        }
        LakeViews codes = new LakeViews(spark, ground.pack(), ground.finder());
        codes.create(survey);
        SubjectViews views = new SubjectViews(spark, catalogue);
        Window window = Window.until(survey.data().to());
        views.create(Part.whole(window), codes.events(lake.events(), survey));
        CubeBuild build = new CubeBuild(spark, catalogue, views, work, progress);
        Map<String, String> fingerprints = new Fingerprints(ground, survey).bySubject();

        List<CubeTable> tables = new ArrayList<>();
        List<MeasureColumn> columns = new ArrayList<>();
        for (Subject subject : catalogue.subjects().values()) {
            tables.addAll(build.tables(subject));
            columns.addAll(build.columns(subject));
        }
        if (previous.filter(state -> state.describes(lake.version(), survey, ground.checkTexts(), fingerprints))
                .isPresent()) {
            return new Cube(finished.orElseThrow().file(), survey, tables, columns, List.of());
        }
        Path draft = work.folder().resolve("cube-" + UUID.randomUUID() + ".duckdb");
        List<String> subjects = new ArrayList<>();
        try (CubeFile file = begin(finished, draft)) {
            file.only(tables);
            for (Subject subject : catalogue.subjects().values()) {
                boolean same = previous.filter(state -> Objects.equals(
                                state.fingerprints().get(subject.name()), fingerprints.get(subject.name())))
                        .isPresent();
                if (same) {
                    new SubjectChange(build, views, codes, survey, change.orElseThrow(), lake)
                            .apply(subject, catalogue, previous.orElseThrow().completeThrough(), file);
                    subjects.add(subject.name() + ": what changed");
                } else {
                    for (AddedUp rows : build.whole(subject, window)) {
                        file.whole(rows);
                    }
                    subjects.add(subject.name() + ": all of it");
                }
            }
            file.state(lake.version(), survey.data().to(), ground.checkTexts(), fingerprints, counts);
        }
        return new Cube(keep(draft, lake.version()), survey, tables, columns, subjects);
    }

    private static CubeFile begin(Optional<CubeState.Finished> previous, Path draft) throws SQLException {
        try {
            return previous.isPresent() ? CubeFile.continuing(previous.get(), draft) : CubeFile.create(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("can't copy the cube to " + draft, e);
        }
    }

    private static SurveyCounts counts(Ground ground, Optional<CubeState> previous, Optional<LakeChange> change) {
        Optional<SurveyCounts> before = previous.filter(state -> state.checks().equals(ground.checkTexts()))
                .map(CubeState::survey);
        if (before.isEmpty() || change.isEmpty()) {
            return SurveyCounts.of(ground.lake().events(), ground.checks());
        }
        return before.get()
                .plus(SurveyCounts.of(change.get().came(), ground.checks()))
                .minus(SurveyCounts.of(change.get().gone(), ground.checks()));
    }

    /** A finished cube appears whole or not at all. */
    private Path keep(Path draft, long lakeVersion) {
        String name = lakeVersion + "-" + UUID.randomUUID().toString().substring(0, 8) + ".duckdb";
        try {
            Files.createDirectories(folder);
            return Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("can't keep the cube in " + folder, e);
        }
    }

    /** The cube of the newest version of the lake that can be read. */
    private Optional<CubeState.Finished> newest() {
        return files().stream()
                .sorted(Comparator.comparingLong(Cubes::lakeVersion).reversed())
                .flatMap(file -> {
                    try {
                        return Stream.of(CubeState.Finished.in(file));
                    } catch (SQLException e) {
                        // torn, or of another release: all of the lake says the same
                        return Stream.empty();
                    }
                })
                .findFirst();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            NAME.matcher(String.valueOf(file.getFileName())).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't list " + folder, e);
        }
    }

    private static long lakeVersion(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Long.parseLong(name.group(1)) : -1;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete " + file, e);
        }
    }
}
