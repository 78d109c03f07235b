package city.luotsi.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.luotsi.jobs.SharedData;
import city.luotsi.jobs.run.FileCounts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the real files (their README) comes out of the lake. */
class RealFilesTest {
    private Town newYork;
    private Town helsinki;

    @BeforeEach
    void towns(@TempDir Path data) {
        newYork = new Town("newyork", data);
        helsinki = new Town("helsinki", data);
    }

    @Test
    void elevenPullsOfNewYorkHoldAHundredThousandRequests() {
        FileCounts counts = newYork.ingest(SharedData.file("nyc_311_snapshots_2026.parquet"));

        assertEquals(List.of(110_000L, 100_000L, 0L, 10_000L, 0L, 0L), five(counts));
        assertEquals(100_000, newYork.count("true"));
        assertEquals(100_000, newYork.count("(status = 'completed') = (ended_at is not null)"));
        assertEquals(160, newYork.lake().select("service_code").distinct().count());
        assertEquals(0, newYork.count("channel is not null"));
    }

    @Test
    void twoDigitYearsWithoutSecondsAreRead() {
        FileCounts counts = newYork.ingest(SharedData.file("nyc_311_2018_10.csv.gz"));

        assertEquals(List.of(6_765L, 6_765L, 0L, 0L, 0L, 0L), five(counts));
        assertEquals(6_765, newYork.count("requested_at >= '2018-10-01' and requested_at < '2018-11-01'"));
        assertEquals(2_326, newYork.count("status = 'completed'"));
        assertEquals(4_324, newYork.count("ended_at is null"));
        assertEquals(117, newYork.count("status = 'open' and ended_at is not null"));
        assertEquals(2, newYork.count("status = 'completed' and ended_at is null"));
        assertEquals(3_718, newYork.count("channel = 'phone'"));
        assertEquals(252, newYork.count("channel is null"));
        assertEquals(6_765 - 3_728, newYork.count("due_at is not null"));
    }

    @Test
    void plantedDirtIsKeptAsTheSourceSaysIt() {
        FileCounts counts = newYork.ingest(SharedData.file("nyc_311_dirty_sample_2023.csv.gz"));

        assertEquals(List.of(4_999L, 4_999L, 0L, 0L, 0L, 0L), five(counts));
        assertEquals(2, newYork.count("ended_at < requested_at"));
        assertEquals(35, newYork.count("status = 'open' and ended_at is not null"));
        assertEquals(
                1, newYork.count("event_id = '56923577' and requested_at = '2023-03-01 04:45:00' and channel is null"));
    }

    @Test
    void theSocrataApisJsonIsRead() {
        FileCounts counts = newYork.ingest(SharedData.file("nyc_311_socrata_api_2026.json.gz"));

        assertEquals(List.of(1_000L, 1_000L, 0L, 0L, 0L, 0L), five(counts));
        assertEquals(437, newYork.count("status = 'completed' and ended_at is not null"));
        assertEquals(994, newYork.count("lon < -73 and lat > 40"));
        assertEquals(495, newYork.count("channel = 'web'"));
    }

    @Test
    void helsinkisFeedbackIsTheSameFromJsonAndCsv() {
        FileCounts json = helsinki.ingest(SharedData.file("helsinki_open311_requests_georeport.json.gz"));
        FileCounts csv = helsinki.ingest(SharedData.file("helsinki_open311_feedback_2015_2016.csv.gz"));

        assertEquals(List.of(1_392L, 1_392L, 0L, 0L, 0L, 0L), five(json));
        assertEquals(List.of(1_392L, 0L, 0L, 1_392L, 0L, 0L), five(csv));
        assertEquals(1_371, helsinki.count("status = 'completed' and ended_at = updated_at"));
        assertEquals(21, helsinki.count("status = 'open' and ended_at is null"));
        // 370 were changed after they were expected to be done, 19 of them are still open
        assertEquals(370, helsinki.count("updated_at > due_at"));
        assertEquals(351, helsinki.count("ended_at > due_at"));
        assertEquals(22, helsinki.lake().select("department_code").distinct().count());
    }

    @Test
    void requestsOfOtherServersAreReadFromXmlAndJson() {
        String folder = "georeport_v2_fixtures/";
        assertEquals(
                2,
                helsinki.ingest(SharedData.file(folder + "node-open311__service-requests.xml"))
                        .inserted());
        assertEquals(
                1,
                helsinki.ingest(SharedData.file(folder + "open311status__requests_single.xml"))
                        .inserted());
        FileCounts many = helsinki.ingest(SharedData.file(folder + "open311status__requests_many.xml"));
        assertEquals(List.of(2L, 1L, 0L, 1L, 0L, 0L), five(many));
        assertEquals(
                2,
                helsinki.ingest(SharedData.file(folder + "open311status__service_requests.json"))
                        .inserted());
        assertEquals(
                1,
                helsinki.ingest(SharedData.file(folder + "issue-reporting__taskful_request.json"))
                        .inserted());
        assertEquals(
                1, helsinki.count("event_id = '638344' and ended_at = '2010-04-14 14:37:38' and service_code = '006'"));
        assertEquals(1, helsinki.count("event_id = '101005420892' and updated_at is null and lon < -79"));
    }

    private static List<Long> five(FileCounts counts) {
        return List.of(
                counts.read(),
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.superseded(),
                counts.quarantined());
    }
}
