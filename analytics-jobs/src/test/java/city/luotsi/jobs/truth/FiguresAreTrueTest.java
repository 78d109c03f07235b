package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.query.Period;
import city.luotsi.jobs.SharedData;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.demo.DemoCity;
import city.luotsi.jobs.demo.DemoSettings;
import city.luotsi.jobs.publish.Refresh;
import city.luotsi.jobs.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every KPI at every cut and grain that can answer equals what DuckDB computes from the lake by hand-written SQL. */
class FiguresAreTrueTest {

    @Test
    void ofALakeFullOfEdgeCases(@TempDir Path data) throws Exception {
        PublishedCity city = new PublishedCity(data, "helsinki");
        EdgeCaseLake.write(SharedSpark.session(), city.lake());

        Refresh.Published published = city.publishOpen();

        assertEquals(LocalDate.of(2025, 8, 1), published.completeThrough());
        Map<String, Integer> compared = city.compare(
                Optional.empty(),
                List.of(
                        Period.month(2025, 3),
                        Period.month(2025, 6),
                        // the day the clocks go forward
                        days("2025-03-30", "2025-03-30"),
                        days("2025-05-14", "2025-06-17"),
                        // unfinished where the data ends
                        days("2025-07-01", "2025-08-31")));
        Set<String> tables = Catalogue.of(Definitions.builtIn()).subjects().values().stream()
                .flatMap(subject -> subject.grains().stream())
                .map(Grain::table)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(tables, new TreeSet<>(compared.keySet()), "tables that were compared");
    }

    @Test
    void ofNewYorksRealRequests(@TempDir Path data) throws Exception {
        Path polygons = SharedData.geography("nyc_community_districts.geojson");
        Path here = Files.createDirectories(data.resolve("geography")).resolve("nyc_community_districts.geojson");
        Files.copy(polygons, here);
        PublishedCity city = new PublishedCity(data, "newyork");
        city.ingest(
                SharedData.file("nyc_311_snapshots_2026.parquet"),
                SharedData.file("nyc_311_2018_10.csv.gz"),
                SharedData.file("nyc_311_dirty_sample_2023.csv.gz"));

        Refresh.Published published = city.publishOpen();

        assertEquals(100_000 + 6_765 + 4_999, published.events());
        city.compare(
                Optional.of(new Truth.Polygons(polygons, "GEOCODE")),
                List.of(Period.month(2026, 5), days("2018-10-21", "2018-10-21"), days("2023-02-27", "2023-03-02")));
    }

    @Test
    void ofHelsinkisRealFeedback(@TempDir Path data) throws Exception {
        Path polygons = SharedData.geography("helsinki_peruspiirit_wgs84.geojson");
        Path here = Files.createDirectories(data.resolve("geography")).resolve("helsinki_peruspiirit_wgs84.geojson");
        Files.copy(polygons, here);
        PublishedCity city = new PublishedCity(data, "helsinki");
        city.ingest(SharedData.file("helsinki_open311_requests_georeport.json.gz"));

        Refresh.Published published = city.publishOpen();

        assertEquals(1_392, published.events());
        assertTrue(
                published.notes().toString().contains("by polygon"),
                published.notes().toString());
        city.compare(
                Optional.of(new Truth.Polygons(polygons, "id")),
                List.of(
                        Period.month(2015, 6),
                        // both clock changes
                        days("2015-03-29", "2015-03-29"),
                        days("2015-10-25", "2015-10-25"),
                        new Period(LocalDate.of(2015, 4, 1), LocalDate.of(2015, 12, 31))));
    }

    @Test
    void ofTheDemonstrationCityWhichKnowsEveryKpi(@TempDir Path data) throws Exception {
        PublishedCity city = new PublishedCity(data, "helsinki-demo");
        DemoSettings settings = new DemoSettings(60_000, 1, LocalDate.of(2026, 6, 30), 3, DemoSettings.Telling.ALL);
        new DemoCity(city.folders(), Definitions.builtIn(), city.city(), Progress.silent())
                .make(settings, SharedSpark::session);

        Refresh.Published published = city.publishOpen();

        assertEquals(60_000, published.events());
        assertEquals(settings.until(), published.completeThrough());
        city.compare(
                Optional.empty(),
                List.of(Period.month(2025, 10), days("2026-03-29", "2026-03-29"), days("2026-04-13", "2026-06-30")));
        city.requireKnown(days("2026-01-01", "2026-03-31"));
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }
}
