package city.luotsi.jobs.publish;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.figures.city.Polygons;
import city.luotsi.jobs.cube.Cube;
import city.luotsi.jobs.cube.CubeBuild;
import city.luotsi.jobs.cube.LakeSurvey;
import city.luotsi.jobs.cube.LakeViews;
import city.luotsi.jobs.place.DistrictFinder;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The lake becomes a new publication. */
public final class Refresh {
    private static final String DEMONSTRATION = "-demo";
    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

    private final SparkSession spark;
    private final Path data;
    private final Definitions definitions;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * @param data the folder LUOTSI_DATA
     * @param progress is told what is being done, in words
     */
    public Refresh(SparkSession spark, Path data, Definitions definitions, Clock clock, Consumer<String> progress) {
        this.spark = spark;
        this.data = data;
        this.definitions = definitions;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What was published.
     *
     * @param notes what the operator should know, such as how districts were found
     */
    public record Published(long number, LocalDate completeThrough, long events, long cells, List<String> notes) {
        public Published {
            notes = List.copyOf(notes);
        }
    }

    /**
     * @param city a city pack's id, with {@code -demo} for its demonstration city
     * @throws DefinitionException if a definition or the city pack is wrong
     * @throws IllegalStateException if there is nothing to publish, or no room for it
     */
    public Published run(String city) throws IOException, SQLException {
        boolean demonstration = city.endsWith(DEMONSTRATION);
        CityPack pack = new CityPacks(definitions)
                .read(demonstration ? city.substring(0, city.length() - DEMONSTRATION.length()) : city);
        Catalogue catalogue = Catalogue.of(definitions);
        requireKnownKpis(pack, catalogue);
        Path folder = data.resolve(city);
        Path lakeFolder = folder.resolve("lake").resolve("service_event");
        if (!DeltaTable.isDeltaTable(spark, lakeFolder.toString())) {
            throw new IllegalStateException(
                    "nothing has been ingested for the city '%s' in %s; run 'jobs ingest --city %s FILE' or 'jobs demo' first"
                            .formatted(city, data, city));
        }
        requireRoom(folder);
        long lakeVersion = DeltaTable.forPath(spark, lakeFolder.toString())
                .history(1)
                .first()
                .getAs("version");
        Dataset<Row> lake =
                spark.read().format("delta").option("versionAsOf", lakeVersion).load(lakeFolder.toString());
        List<String> notes = new ArrayList<>();
        progress.accept("reading the lake");
        // days are cut in the city's zone, whatever the machine's own
        spark.conf().set("spark.sql.session.timeZone", pack.zone().getId());
        LakeSurvey survey = LakeSurvey.of(lake);
        if (survey.isEmpty()) {
            throw new IllegalStateException(
                    "the lake of '%s' holds no event; run 'jobs ingest' or 'jobs demo' first".formatted(city));
        }
        DistrictFinder finder = finder(pack, notes);
        new LakeViews(spark, pack, finder).create(lake, survey);
        if (survey.toLocate() > 0) {
            notes.add("%,d events got their district from their place, %s"
                    .formatted(
                            survey.toLocate(),
                            finder.hasPolygons() ? "by polygon" : "by the nearest district's point"));
        }
        Edition edition = new Edition(city, demonstration, clock.instant(), lakeVersion);
        Path work = Files.createTempDirectory(Files.createDirectories(folder.resolve("work")), "refresh");
        try {
            return publish(edition, pack, catalogue, survey, work, notes);
        } finally {
            deleteTree(work);
        }
    }

    private Published publish(
            Edition edition, CityPack pack, Catalogue catalogue, LakeSurvey survey, Path work, List<String> notes)
            throws IOException, SQLException {
        LocalDate completeThrough = survey.data().to();
        Cube cube = new CubeBuild(spark, catalogue, completeThrough, work, progress).build();
        progress.accept("writing the publication");
        Path candidate = work.resolve("candidate.duckdb");
        long cells;
        try (CandidateFile file = CandidateFile.create(candidate, definitions)) {
            file.cube(cube);
            file.describe(edition, pack, survey);
            file.pack(pack);
            file.catalogue(catalogue, definitions, pack, cube);
            cells = file.cells();
        }
        progress.accept("checking the publication");
        CandidateCheck.check(candidate);
        long number = new Publications(data.resolve(edition.city()).resolve("publications"))
                .publish(candidate, edition, completeThrough, cells);
        return new Published(number, completeThrough, survey.events(), cells, notes);
    }

    private static void requireKnownKpis(CityPack pack, Catalogue catalogue) {
        String folder = "city/" + pack.id() + "/";
        for (String kpi : pack.headline()) {
            if (!catalogue.kpis().containsKey(kpi)) {
                throw new DefinitionException(
                        folder + "city.yaml",
                        "'headline' names the unknown KPI '%s'; known are %s"
                                .formatted(kpi, catalogue.kpis().keySet()));
            }
        }
        pack.targets().forEach(target -> {
            if (!catalogue.kpis().containsKey(target.kpi())) {
                throw new DefinitionException(
                        folder + "target.csv", "a target of the unknown KPI '%s'".formatted(target.kpi()));
            }
        });
    }

    /** Polygons where the pack names a file that is there, else the nearest district; said so in the notes. */
    private DistrictFinder finder(CityPack pack, List<String> notes) {
        Optional<Polygons> polygons = pack.polygons();
        if (polygons.isPresent()) {
            String name = polygons.get().file();
            Optional<Path> file = definitions
                    .locate("city/" + pack.id() + "/" + name)
                    .or(() ->
                            Optional.of(data.resolve("geography").resolve(name)).filter(Files::isRegularFile));
            if (file.isPresent()) {
                return DistrictFinder.byPolygons(file.get(), polygons.get());
            }
            notes.add(
                    "the polygon file %s is neither in the city pack nor in %s: districts are found by their nearest point"
                            .formatted(name, data.resolve("geography")));
        }
        return DistrictFinder.byNearestPoint(pack.members("district"));
    }

    private static void requireRoom(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new IllegalStateException(
                    "only %,d MB are free on the disk of %s; a refresh needs at least %,d MB. Nothing was changed."
                            .formatted(free >> 20, folder, LEAST_FREE_BYTES >> 20));
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
