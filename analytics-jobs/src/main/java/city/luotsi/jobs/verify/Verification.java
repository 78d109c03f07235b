package city.luotsi.jobs.verify;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.ConfidentialService;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.PublicationReader;
import city.luotsi.figures.query.Refusal;
import city.luotsi.figures.rollup.Population;
import city.luotsi.jobs.cube.LakeSurvey;
import city.luotsi.jobs.cube.LakeViews;
import city.luotsi.jobs.publish.Districts;
import city.luotsi.jobs.publish.Publications;
import city.luotsi.jobs.publish.SparkSketches;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Counts a published figure again, from the version of the lake and by the definitions that its publication names. */
public final class Verification {
    private final SparkSession spark;
    private final JobFolders folders;
    private final Definitions definitions;

    public Verification(SparkSession spark, JobFolders folders, Definitions definitions) {
        // a session of its own: its zone and views are this verification's
        this.spark = spark.newSession();
        this.folders = folders;
        this.definitions = definitions;
    }

    /** @param heading which figure of which publication it is about */
    public record Verified(String heading, Verdict verdict) {}

    /**
     * @param work a folder for a copy of the publication, if one is needed
     * @throws JobException if there is no such publication or figure, or its version of the lake is no longer there
     */
    public Verified verify(Link link, Path work) throws IOException, SQLException {
        Publications.Entry entry = entry(link);
        Path file = Publications.of(folders, link.city())
                .readable(entry, work)
                .orElseThrow(() -> new JobException("publication %d is of schema %d, which this release can't read"
                        .formatted(entry.number(), entry.schema())));
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly)) {
            Publication publication = PublicationReader.read(connection);
            Figures figures = new Figures(publication, new SparkSketches());
            KpiQuery query = link.query(publication);
            Optional<Refusal> refusal = figures.refusal(query);
            if (refusal.isPresent()) {
                throw new JobException("that figure isn't published: " + reason(refusal.get()));
            }
            var published = figures.answer(connection, query);
            subjects(publication, entry);
            Recount recount =
                    Recount.of(spark, publication, query, published.answered(), figures.leavesOutConfidential(query));
            Kpi kpi = published.kpi();
            Optional<Double> value = value(publication, kpi, query, published.answered(), recount);
            Verdict verdict = new Verdict(
                    kpi,
                    published.only(),
                    value,
                    " from %,d of %,d rows of %s".formatted(recount.counted(), recount.rows(), kpi.of()),
                    kpi.rollup() == Rollup.QUANTILE
                            && value.isPresent()
                            && areTold(publication, kpi, published.only(), value.get()));
            return new Verified(
                    "%s, %s to %s%s: publication %d of %s, version %d of the lake"
                            .formatted(
                                    kpi.title().in(Locale.ENGLISH),
                                    published.answered().from(),
                                    published.answered().to(),
                                    query.filters().isEmpty() ? "" : ", " + query.filters(),
                                    entry.number(),
                                    link.city(),
                                    entry.lakeVersion()),
                    verdict);
        }
    }

    private static String reason(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoSuchCut cut -> "%s aren't published together, only %s".formatted(cut.asked(), cut.offered());
            case Refusal.WholeMonthsOnly _ -> "this cut is published by whole months only";
            case Refusal.Confidential _ ->
                "confidential services are told by whole months that are over, one dimension at a time";
            case Refusal.OutsideData outside ->
                "the data is of %s to %s"
                        .formatted(outside.data().from(), outside.data().to());
            case Refusal.DimensionNotProvided missing -> "no source says anything of " + missing.dimension();
            case Refusal.NoPopulation _ -> "the city pack has no population for this cut";
        };
    }

    private Publications.Entry entry(Link link) throws IOException {
        List<Publications.Entry> entries = Publications.of(folders, link.city()).entries();
        return (link.number().isPresent()
                        ? entries.stream()
                                .filter(entry -> entry.number() == link.number().get())
                                .findFirst()
                        : entries.stream().reduce((older, newer) -> newer))
                .orElseThrow(() ->
                        new JobException("there is no publication %sof %s in %s; 'jobs publications' lists them"
                                .formatted(
                                        link.number()
                                                .map(number -> number + " ")
                                                .orElse(""),
                                        link.city(),
                                        folders.described())));
    }

    /** Makes the subjects known as the publication defines them, over the events that it counted. */
    private void subjects(Publication publication, Publications.Entry entry) {
        spark.conf().set("spark.sql.session.timeZone", publication.zone().getId());
        Dataset<Row> lake;
        try {
            lake = spark.read()
                    .format("delta")
                    .option("versionAsOf", entry.lakeVersion())
                    .load(folders.lake(publication.city()));
            lake.limit(1).collectAsList();
        } catch (RuntimeException e) {
            throw new JobException(
                    "version %d of the lake is no longer there, so publication %d can't be recomputed: %s"
                            .formatted(entry.lakeVersion(), entry.number(), e.getMessage()),
                    e);
        }
        CityPack pack = new CityPacks(definitions).read(JobFolders.packOf(publication.city()));
        LakeSurvey survey = LakeSurvey.of(lake);
        LakeViews views = new LakeViews(spark, pack, Districts.of(pack, definitions, folders, new ArrayList<>()));
        views.create(survey);
        views.events(lake, survey).createOrReplaceTempView("service_event");
        for (Subject subject : publication.catalogue().dependenciesFirst()) {
            spark.sql(subject.file().select()).createOrReplaceTempView(subject.name());
        }
    }

    /**
     * Whether no more cases lie between a published quantile and the real one than may be told as one: buckets of confidential
     * services are merged until each holds k of each service, and the two may lie at either end of one.
     */
    private boolean areTold(Publication publication, Kpi kpi, Figure published, double value) {
        int most = publication.confidential().stream()
                .mapToInt(ConfidentialService::k)
                .sum();
        return published instanceof Figure.Known known
                && Recount.between(spark, kpi, known.value(), value) <= 2L * most;
    }

    private static Optional<Double> value(
            Publication publication, Kpi kpi, KpiQuery query, Period answered, Recount recount) {
        return switch (kpi.rollup()) {
            case SUM, STOCK, DISTINCT -> Optional.of(recount.part("value"));
            case QUANTILE -> recount.counted() == 0 ? Optional.empty() : Optional.of(recount.part("value"));
            case RATIO -> divided(recount.part("numerator"), recount.part("denominator"));
            case STOCK_AGE ->
                divided(
                        recount.part("value") * answered.to().toEpochDay() - recount.part("since"),
                        recount.part("value"));
            case PER_RESIDENT -> {
                Population population = new Population(publication.population());
                var residents = population.mean(cut(publication, query), answered.from(), answered.to());
                yield residents.isPresent()
                        ? Optional.of(recount.part("value") / residents.getAsDouble() * kpi.per())
                        : Optional.empty();
            }
        };
    }

    /** Which residents the figure is a rate of. */
    private static Population.Cut cut(Publication publication, KpiQuery query) {
        Optional<Set<String>> districts = Optional.ofNullable(query.filters().get("district"));
        Optional<Set<String>> within = Optional.ofNullable(query.filters().get("major_district"))
                .map(majors -> publication.members("district").stream()
                        .filter(district ->
                                district.parent().filter(majors::contains).isPresent())
                        .map(Member::id)
                        .collect(Collectors.toSet()));
        Optional<Set<String>> both = districts
                .map(named -> named.stream()
                        .filter(id -> within.map(all -> all.contains(id)).orElse(true))
                        .collect(Collectors.toSet()))
                .or(() -> within);
        return new Population.Cut(both, Optional.ofNullable(query.filters().get("age_group")));
    }

    private static Optional<Double> divided(double numerator, double denominator) {
        return denominator <= 0 ? Optional.empty() : Optional.of(numerator / denominator);
    }
}
