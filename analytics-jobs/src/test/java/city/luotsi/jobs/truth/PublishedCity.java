package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.PublicationReader;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.lake.Ingest;
import city.luotsi.jobs.publish.Refresh;
import city.luotsi.jobs.publish.SparkSketches;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import city.luotsi.jobs.source.Feeds;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A city in a folder of its own: taken in, published, and held against the truth. */
record PublishedCity(Path data, String city) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T05:00:00Z"), ZoneOffset.UTC);

    String lake() {
        return folders().lake(city);
    }

    JobFolders folders() {
        return new JobFolders(data);
    }

    void ingest(Path... files) {
        Definitions definitions = Definitions.builtIn();
        Feeds feeds = new Feeds(definitions);
        var pack = new CityPacks(definitions).read(JobFolders.packOf(city));
        List<Feeds.Candidate> candidates = Arrays.stream(files)
                .map(file -> feeds.recognise(file, Optional.empty(), pack))
                .toList();
        new Ingest(SharedSpark.session(), folders(), definitions, city, Progress.silent())
                .files(candidates, counts -> {});
    }

    Refresh.Published publish() throws Exception {
        return publish(Definitions.builtIn());
    }

    Refresh.Published publish(Definitions definitions) throws Exception {
        return refresh(definitions).run(city);
    }

    /** Publishes as if no service were confidential, so that every figure can be held against the truth. */
    Refresh.Published publishOpen() throws Exception {
        String services = "city/%s/service.csv".formatted(JobFolders.packOf(city));
        Path file = data.resolve("open").resolve(services);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                Definitions.builtIn()
                        .text(services)
                        .orElseThrow()
                        .replace(",personal,", ",open,")
                        .replace(",sensitive,", ",open,"));
        return publish(Definitions.builtIn().with(data.resolve("open")));
    }

    Refresh refresh() {
        return refresh(Definitions.builtIn());
    }

    private Refresh refresh(Definitions definitions) {
        return new Refresh(SharedSpark.session(), folders(), definitions, CLOCK, step -> {});
    }

    /**
     * Compares every figure of the whole data and of these periods.
     *
     * @param polygons GeoJSON of the districts and the property with their code, for events without one
     * @return how many figures were compared, by published table
     */
    Map<String, Integer> compare(Optional<Truth.Polygons> polygons, List<Period> periods) throws Exception {
        try (Connection connection = open()) {
            Publication publication = PublicationReader.read(connection);
            try (Truth truth = truth(publication, polygons)) {
                Comparison comparison = new Comparison(connection, publication, truth);
                comparison.compare(Stream.concat(Stream.of(publication.data()), periods.stream())
                        .toList());
                int compared = comparison.comparedByGrain().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                assertTrue(compared > 1000, "only " + compared + " figures were compared");
                return comparison.comparedByGrain();
            }
        }
    }

    /** @param polygons GeoJSON of the districts and the property with their code, for events without one */
    Truth truth(Publication publication, Optional<Truth.Polygons> polygons) throws Exception {
        List<String> files = Arrays.stream(SharedSpark.session()
                        .read()
                        .format("delta")
                        .load(lake())
                        .inputFiles())
                .map(file -> Path.of(URI.create(file)).toString())
                .toList();
        Path pack = Path.of("../sql/city").resolve(JobFolders.packOf(city));
        return Truth.of(files, pack, publication.zone().getId(), polygons);
    }

    /** Every KPI of the catalogue has a value for the whole city. */
    void requireKnown(Period period) throws Exception {
        try (Connection connection = open()) {
            Publication publication = PublicationReader.read(connection);
            Figures figures = new Figures(publication, new SparkSketches());
            for (String kpi : publication.catalogue().kpis().keySet()) {
                KpiSeries series = figures.answer(connection, KpiQuery.of(kpi, period));
                assertInstanceOf(Figure.Known.class, series.points().getFirst().figure(), kpi + " in " + period);
            }
        }
    }

    Connection open() throws Exception {
        try (Stream<Path> files = Files.list(folders().publications(city))) {
            Path file = files.filter(path -> path.toString().endsWith(".duckdb"))
                    .findFirst()
                    .orElseThrow();
            Properties readOnly = new Properties();
            readOnly.setProperty("duckdb.read_only", "true");
            return DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
        }
    }
}
