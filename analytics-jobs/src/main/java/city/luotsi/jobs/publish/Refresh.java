package city.luotsi.jobs.publish;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Check;
import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.cube.Cube;
import city.luotsi.jobs.cube.Cubes;
import city.luotsi.jobs.cube.Ground;
import city.luotsi.jobs.cube.LakeVersion;
import city.luotsi.jobs.protect.Protection;
import city.luotsi.jobs.protect.ToldMonths;
import city.luotsi.jobs.run.CityLock;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Workplace;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The lake becomes a new publication. */
public final class Refresh {
    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

    private final SparkSession spark;
    private final JobFolders folders;
    private final Definitions definitions;
    private final Clock clock;
    private final Consumer<String> progress;

    /** @param progress is told what is being done, in words */
    public Refresh(
            SparkSession spark, JobFolders folders, Definitions definitions, Clock clock, Consumer<String> progress) {
        // a session of its own: its zone and views are this refresh's, nobody else's
        this.spark = spark.newSession();
        this.folders = folders;
        this.definitions = definitions;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What is published now.
     *
     * @param isNew false: there was nothing to add to the newest publication
     * @param notes what the operator should know, such as how districts were found
     */
    public record Published(
            String city,
            long number,
            boolean isNew,
            LocalDate completeThrough,
            long events,
            long cells,
            List<String> notes) {
        public Published {
            notes = List.copyOf(notes);
        }

        /** For the operator. */
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "publication %d of %s%s: %,d events in %,d cells, complete through %s",
                    number,
                    city,
                    isNew ? "" : " is still the newest, nothing has changed since",
                    events,
                    cells,
                    completeThrough);
        }
    }

    /**
     * @param city a city pack's id, with {@code -demo} for its demonstration city
     * @throws DefinitionException if a definition or the city pack is wrong
     * @throws city.luotsi.jobs.run.JobException if another refresh of the city is under way
     * @throws IllegalStateException if there is nothing to publish, or no room for it
     */
    public Published run(String city) throws IOException, SQLException {
        return working(city, (work, telling) -> publish(new Prepared(city, telling), Cubes.Way.INCREMENT, work));
    }

    /** The same from all of the lake, not only from what changed. */
    public Published rebuild(String city) throws IOException, SQLException {
        return working(city, (work, telling) -> publish(new Prepared(city, telling), Cubes.Way.WHOLE, work));
    }

    /**
     * Adds up all of the lake and compares it with the cube that came about step by step. If they differ, the next refresh
     * starts from the one that was made whole.
     *
     * @return the first difference, in words; empty if there is none
     */
    public Optional<String> verify(String city) throws IOException, SQLException {
        return working(city, (work, telling) -> {
            Prepared prepared = new Prepared(city, telling);
            Cube stepped = prepared.cube(Cubes.Way.INCREMENT, work);
            Cube whole = prepared.cube(Cubes.Way.WHOLE, work);
            Optional<String> difference = Cubes.difference(stepped, whole);
            prepared.cubes.forgetOthers(difference.isPresent() ? whole : stepped);
            return difference;
        });
    }

    /** What a refresh of a city stands on; all that can be wrong with it is found before anything is computed. */
    private final class Prepared {
        private final String city;
        private final Ground ground;
        private final Cubes cubes;
        private final Consumer<String> telling;
        private final List<String> notes = new ArrayList<>();

        Prepared(String city, Consumer<String> telling) throws IOException {
            this.city = city;
            this.telling = telling;
            CityPack pack = new CityPacks(definitions).read(JobFolders.packOf(city));
            Catalogue catalogue = Catalogue.of(definitions);
            requireKnownKpis(pack, catalogue);
            requireRoom(folders.of(city));
            // days are cut in the city's zone, whatever the machine's own
            spark.conf().set("spark.sql.session.timeZone", pack.zone().getId());
            this.ground = new Ground(
                    lake(city),
                    catalogue,
                    Check.all(definitions),
                    pack,
                    Districts.of(pack, definitions, folders, notes));
            this.cubes = new Cubes(spark, folders.cubes(city), telling);
        }

        Cube cube(Cubes.Way way, Workplace work) throws SQLException {
            return cubes.of(ground, way, work);
        }

        Edition edition() {
            return new Edition(
                    city,
                    JobFolders.isDemonstration(city),
                    clock.instant(),
                    ground.lake().version(),
                    Edition.fingerprint(definitions, ground.pack(), ground.finder(), ground.lake()));
        }
    }

    private Published publish(Prepared prepared, Cubes.Way way, Workplace work) throws IOException, SQLException {
        Ground ground = prepared.ground;
        Edition edition = prepared.edition();
        Publications publications = Publications.of(folders, prepared.city);
        Cube cube = prepared.cube(way, work);
        List<String> notes = new ArrayList<>(prepared.notes);
        notes.addAll(cube.subjects());
        if (cube.survey().toLocate() > 0) {
            notes.add("%,d events got their district from their place, %s"
                    .formatted(
                            cube.survey().toLocate(),
                            ground.finder().hasPolygons() ? "by polygon" : "by the nearest district's point"));
        }
        Optional<Publications.Entry> newest = publications.newest();
        if (way == Cubes.Way.INCREMENT
                && newest.filter(entry -> entry.isOf(edition)).isPresent()) {
            prepared.cubes.forgetOthers(cube);
            return published(prepared.city, newest.get(), false, cube, notes);
        }
        prepared.telling.accept("writing the publication");
        Path candidate = work.folder().resolve("candidate.duckdb");
        Optional<Path> before =
                newest.isPresent() ? publications.readable(newest.get(), work.folder()) : Optional.empty();
        Path told = folders.cubes(prepared.city).resolve("told.json");
        ToldMonths then =
                newest.isPresent() ? ToldMonths.read(told, newest.get().sha256()) : ToldMonths.NONE;
        ToldMonths now;
        long cells;
        try (CandidateFile file = CandidateFile.create(candidate, definitions)) {
            Protection.Written written = file.cube(cube, ground.catalogue(), ground.pack(), before, then);
            written.note().ifPresent(notes::add);
            now = written.months();
            file.describe(edition, ground.pack(), cube.survey());
            file.pack(ground.pack(), ground.finder());
            file.catalogue(ground.catalogue(), definitions, ground.pack(), cube);
            prepared.telling.accept("looking for signals");
            notes.add(file.signals(before, edition.createdAt()));
            prepared.telling.accept("checking the publication");
            notes.addAll(file.checked(ground.checks(), cube.survey().checks()));
            cells = file.cells();
        }
        CandidateCheck.check(candidate);
        Publications.Entry entry = publications.publish(candidate, edition, cube.completeThrough(), cells);
        now.write(told, entry.sha256(), work.folder().resolve("told.json"));
        prepared.cubes.forgetOthers(cube);
        return published(prepared.city, entry, true, cube, notes);
    }

    private static Published published(
            String city, Publications.Entry entry, boolean isNew, Cube cube, List<String> notes) {
        return new Published(
                city,
                entry.number(),
                isNew,
                cube.completeThrough(),
                cube.survey().events(),
                entry.cells(),
                notes);
    }

    private LakeVersion lake(String city) {
        String table = folders.lake(city);
        if (!DeltaTable.isDeltaTable(spark, table)) {
            throw new IllegalStateException(
                    "nothing has been ingested for the city '%s' in %s; run 'jobs ingest --city %s FILE' or 'jobs demo' first"
                            .formatted(city, folders.described(), city));
        }
        DeltaTable delta = DeltaTable.forPath(spark, table);
        long version = delta.history(1).first().getAs("version");
        Row detail = delta.detail().first();
        return new LakeVersion(
                table,
                detail.getAs("id"),
                version,
                spark.read().format("delta").option("versionAsOf", version).load(table));
    }

    private interface Work<T> {
        T in(Workplace work, Consumer<String> telling) throws IOException, SQLException;
    }

    /** With a folder that goes when the work ends, and nobody else refreshing the city meanwhile. */
    private <T> T working(String city, Work<T> what) throws IOException, SQLException {
        try (CityLock lock = CityLock.take(folders, city, "refresh")) {
            Workplace work = folders.work(city, "refresh");
            // what a killed run left behind
            work.clear();
            Publications.of(folders, city).sweep(clock.instant());
            Files.createDirectories(work.folder());
            try {
                return what.in(work, progress.andThen(lock::say));
            } finally {
                work.clear();
            }
        }
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

    private static void requireRoom(Path folder) throws IOException {
        long free = folder.toFile().getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw new IllegalStateException(
                    "only %,d MB are free on the disk of %s; a refresh needs at least %,d MB. Nothing was changed."
                            .formatted(free >> 20, folder, LEAST_FREE_BYTES >> 20));
        }
    }
}
