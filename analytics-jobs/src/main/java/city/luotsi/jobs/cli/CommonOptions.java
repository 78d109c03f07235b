package city.luotsi.jobs.cli;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import city.luotsi.jobs.run.Run;
import city.luotsi.jobs.run.RunReport;
import city.luotsi.jobs.run.RunReports;
import city.luotsi.jobs.run.Spark;
import city.luotsi.jobs.run.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every verb has, and what they lead to. A picocli mixin. */
public final class CommonOptions {
    private Optional<Spark> spark = Optional.empty();
    private Optional<TerminalProgress> progress = Optional.empty();

    @Option(
            names = "--city",
            paramLabel = "CITY",
            description = "A city pack, or a city pack with -demo (LUOTSI_CITY; else helsinki).")
    private Optional<String> city = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of landing, lake and publications (LUOTSI_DATA; else data).")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "An object store for lake and publications, such as s3a://luotsi/cities"
                    + " (LUOTSI_STORE; else they lie in the folder).")
    private Optional<String> store = Optional.empty();

    @Option(
            names = "--sql",
            paramLabel = "DIR",
            description = "A folder of more feeds, KPIs and city packs. May be given several times.")
    private List<Path> sql = new ArrayList<>();

    @Option(names = "--debug", description = "Show where in the program a run failed.")
    private boolean debug;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    public JobFolders folders() {
        return new JobFolders(data.orElseGet(() -> Path.of(setting("LUOTSI_DATA", "data"))), store());
    }

    private Optional<Store> store() {
        try {
            return store.or(() -> Optional.of(setting("LUOTSI_STORE", "")))
                    .filter(location -> !location.isBlank())
                    .map(Store::new);
        } catch (JobException e) {
            throw wrong(e);
        }
    }

    /** The built-in definitions and those of the operator's own folders. */
    public Definitions definitions() {
        Definitions definitions = Definitions.builtIn();
        try {
            for (Path folder : sql) {
                definitions = definitions.with(folder);
            }
            return definitions;
        } catch (DefinitionException e) {
            throw wrong(new JobException("--sql " + e.getMessage(), e));
        }
    }

    /** A city that has a pack. */
    public String city() {
        return known(city.orElseGet(() -> setting("LUOTSI_CITY", "helsinki")));
    }

    /** A demonstration city: that of LUOTSI_CITY where none is named. */
    public String demonstrationCity() {
        String chosen = city.orElseGet(() -> JobFolders.demonstrationOf(setting("LUOTSI_CITY", "helsinki")));
        String known = known(chosen);
        if (!JobFolders.isDemonstration(known)) {
            throw wrong(new JobException("--city is %s, whose data is real: a demonstration city is %s"
                    .formatted(known, JobFolders.demonstrationOf(known))));
        }
        return known;
    }

    private String known(String chosen) {
        try {
            folders().of(chosen);
            List<String> packs = new CityPacks(definitions()).ids();
            if (!packs.contains(JobFolders.packOf(chosen))) {
                throw new JobException(
                        "there is no city '%s'; known are %s, each also with -demo, or add city/%s/city.yaml with --sql"
                                .formatted(chosen, String.join(", ", packs), JobFolders.packOf(chosen)));
            }
            return chosen;
        } catch (JobException e) {
            throw wrong(e);
        }
    }

    public Clock clock() {
        return Clock.systemUTC();
    }

    /** The session of this run, started when it is first asked for; ends with {@link #run}. */
    public SparkSession spark() {
        if (spark.isEmpty()) {
            progress().stage("starting Spark");
            Spark started = Spark.start(folders());
            progress.ifPresent(watcher -> watcher.watch(started.session()));
            spark = Optional.of(started);
        }
        return spark.get().session();
    }

    public Progress progress() {
        if (progress.isEmpty()) {
            progress = Optional.of(new TerminalProgress(command.commandLine().getErr()));
        }
        return progress.get();
    }

    public RunReport run(String verb, Run.Work work) {
        return run(verb, city(), work);
    }

    /** The same of a city that need not be the one of the options. */
    public RunReport run(String verb, String ofCity, Run.Work work) {
        return ending(() -> Run.of(verb, new RunReports(folders().runs(ofCity)), clock(), work));
    }

    /** Does something, and ends what was started for it. */
    public <T> T ending(Supplier<T> work) {
        try {
            return work.get();
        } catch (JobException e) {
            if (debug) {
                e.printStackTrace(command.commandLine().getErr());
            }
            throw e;
        } finally {
            progress.ifPresent(TerminalProgress::close);
            spark.ifPresent(Spark::close);
        }
    }

    /** An argument that can't be: one sentence, exit code 2. */
    public ParameterException wrong(JobException refused) {
        return new ParameterException(command.commandLine(), String.valueOf(refused.getMessage()), refused);
    }

    private static String setting(String variable, String otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
