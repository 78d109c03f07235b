package city.luotsi.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.run.FileCounts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Odd and broken records: taken where they can be, else in quarantine with number and reason; {@link Town} adds up. */
class BadRecordsTest {
    private static final String HEADER = "event_id,requested_at,status,service_code,ended_at,note\n";
    private Path data;
    private Town town;

    @BeforeEach
    void town(@TempDir Path folder) {
        data = folder;
        town = new Town("helsinki", data.resolve("town"));
    }

    @Test
    void bytesThatAreNotUtf8AreQuarantinedWhereTheyMatter() {
        String records = HEADER + """
                a,2026-01-05T10:00:00Z,open,lumityöt,,
                b,2026-01-05T10:00:00Z,open,roads,,työ
                """;
        FileCounts csv = town.ingest(town.write("latin.csv", records.getBytes(StandardCharsets.ISO_8859_1)));
        FileCounts lines = town.ingest(town.write("latin.jsonl", """
                {"event_id": "c", "requested_at": "2026-01-05T10:00:00Z", "status": "open"}
                {"event_id": "d", "requested_at": "2026-01-05T10:00:00Z", "status": "open", "service_code": "lumityöt"}
                """.getBytes(StandardCharsets.ISO_8859_1)));

        assertEquals(
                List.of("1: service_code has a character that is no UTF-8, or NUL: lumity\uFFFDt"),
                town.quarantined(csv));
        assertEquals(
                List.of("2: service_code has a character that is no UTF-8, or NUL: lumity\uFFFDt"),
                town.quarantined(lines));
        assertEquals(List.of("b", "c"), ids());
    }

    @Test
    void doubleEncodedTextIsTakenAsItStands() {
        town.ingest(town.write("twice.csv", HEADER + "a,2026-01-05T10:00:00Z,open,lumityÃ¶t,,\n"));

        assertEquals(1, town.count("service_code = 'lumityÃ¶t'"));
    }

    @Test
    void nulBytesAreQuarantinedWhereTheyMatter() {
        FileCounts counts = town.ingest(town.write("nul.csv", HEADER + """
                a\0,2026-01-05T10:00:00Z,open,roads,,
                \0b,2026-01-05T10:00:00Z,open,roads,,
                c,2026-01-05T10:00:00Z,open,roads,,\0
                \0\0\0\0
                """));

        assertEquals(
                List.of(
                        "1: event_id has a character that is no UTF-8, or NUL: a\uFFFD",
                        "2: event_id has a character that is no UTF-8, or NUL: \uFFFDb",
                        "4: the record doesn't fit the header, or is cut off"),
                town.quarantined(counts));
        assertEquals(List.of("c"), ids());
    }

    @Test
    void aHeaderThatIsRepeatedIsQuarantined() {
        FileCounts counts = town.ingest(town.write("joined.csv", HEADER + """
                a,2026-01-05T10:00:00Z,open,,,
                event_id,requested_at,status,service_code,ended_at,note
                b,2026-01-05T10:00:00Z,open,,,
                \uFEFFevent_id,requested_at,status,service_code,ended_at,note
                c,2026-01-05T10:00:00Z,open,,,
                """));

        assertEquals(List.of("2: repeats the header", "4: repeats the header"), town.quarantined(counts));
        assertEquals(List.of("a", "b", "c"), ids());
    }

    @Test
    void columnsMayBeReorderedAndSpeltInAnyKnownWay() {
        town.ingest(town.write("one.csv", """
                \uFEFFStatus;"Requested At";Service-Code;eventId;Status
                open;2026-01-05T10:00:00Z;roads;a;completed
                """));
        town.ingest(town.write("two.csv", """
                long,requested_datetime,status,Service Request ID,lat
                24.9,2026-01-05T10:00:00Z,open,b,60.2
                """));

        assertEquals(1, town.count("event_id = 'a' and status = 'open' and service_code = 'roads'"));
        assertEquals(1, town.count("event_id = 'b' and lon = 24.9 and lat = 60.2"));
    }

    @Test
    void valuesMayHaveLineBreaksQuotesAndSeparators() {
        FileCounts counts = town.ingest(town.write("lines.csv", HEADER + """
                a,2026-01-05T10:00:00Z,open,"one
                two, ""three"",

                four",,"
                "
                b,2026-01-05T10:00:00Z,open,5" pipe,,"said ""no"",
                a, b, c, d, e, f, g
                and left"
                """));

        assertEquals(2, counts.inserted());
        assertEquals(1, town.count("service_code = 'one\ntwo, \"three\",\n\nfour'"));
        assertEquals(1, town.count("service_code = '5\" pipe'"));
    }

    @Test
    void aQuoteThatIsNotClosedHidesNoRecordSilently() {
        FileCounts counts = town.ingest(town.write("quote.csv", HEADER + """
                a,2026-01-05T10:00:00Z,open,"roads,,
                b,2026-01-05T10:00:00Z,open,roads,,
                c,2026-01-05T10:00:00Z,open,"parks",,
                d,2026-01-05T10:00:00Z,open,roads,,
                """));

        assertEquals(
                List.of("1: a quote isn't closed: records are within the value of service_code"),
                town.quarantined(counts));
        assertEquals(
                1,
                town.quarantine(counts).where("original like '%b,2026%c,2026%'").count());
        assertEquals(List.of("d"), ids());
    }

    @Test
    void linesMayEndInEitherWayAndBlankOnesAreNoRecords() {
        FileCounts counts = town.ingest(town.write(
                "ends.csv",
                "requested_at,event_id,status\n\n2026-01-05T10:00:00Z,a,open\n2026-01-05T10:00:00Z,b,open\r\n\r\n"));

        assertEquals(2, counts.inserted());
    }

    @Test
    void aHeaderWithoutRecordsIsNothing() {
        FileCounts counts = town.ingest(town.write("header.csv", HEADER));

        assertEquals(0, counts.read());
        assertEquals(0, town.count("true"));
    }

    @Test
    void timesThatCannotBeAreQuarantined() {
        FileCounts counts = town.ingest(town.write("times.csv", HEADER + """
                a,0001-01-01 00:00:00,open,,,
                b,9999-12-31 23:59:59,open,,,
                c,2026-01-05 10:00:00,completed,,0001-01-01,
                d,2026-01-05 10:00:00,completed,,9999-12-31,
                e,2026-11-25 08:00:00,open,,,
                f,2026-11-24 23:00:00,open,,,
                g,1900-01-01 00:00:00,open,,2099-12-31 23:59:59,
                h,1899-12-31 23:59:59,open,,,
                """));

        assertEquals(
                List.of(
                        "1: requested_at lies outside of the years 1900 to 2099: 0001-01-01 00:00:00",
                        "2: requested_at lies outside of the years 1900 to 2099: 9999-12-31 23:59:59",
                        "3: ended_at lies outside of the years 1900 to 2099: 0001-01-01 00:00:00",
                        "4: ended_at lies outside of the years 1900 to 2099: 9999-12-31 00:00:00",
                        "5: requested_at lies in the future: 2026-11-25 08:00:00",
                        "8: requested_at lies outside of the years 1900 to 2099: 1899-12-31 23:59:59"),
                town.quarantined(counts));
        assertEquals(List.of("f", "g"), ids());
    }

    @Test
    void anEndBeforeTheRequestIsKeptAsTheSourceSaysIt() {
        town.ingest(town.write("negative.csv", HEADER + "a,2026-01-05T10:00:00Z,completed,,2026-01-04T10:00:00Z,\n"));

        assertEquals(1, town.count("ended_at < requested_at and status = 'completed'"));
    }

    @Test
    void aThousandColumnsAreTaken() {
        String names = IntStream.range(0, 1000).mapToObj(i -> "extra " + i).collect(Collectors.joining(","));
        String values = IntStream.range(0, 1000).mapToObj(i -> "v" + i).collect(Collectors.joining(","));
        FileCounts counts = town.ingest(town.write(
                "wide.csv",
                "event_id,requested_at," + names + ",status\n" + "a,2026-01-05T10:00:00Z," + values + ",open\n"
                        + "b,2026-01-05T10:00:00Z," + values + ",asleep\n" + "c,2026-01-05T10:00:00Z,open\n"));

        assertEquals(
                List.of("2: impossible status: asleep", "3: the record doesn't fit the header, or is cut off"),
                town.quarantined(counts));
        assertEquals(
                1,
                town.quarantine(counts)
                        .where("record = 2 and original like '%\"extra_999\":\"v999\"%'")
                        .count());
    }

    @Test
    void aLineOfTenMegabytesIsARecordLikeAnother() {
        String endless = "x".repeat(10_000_000);
        FileCounts csv = town.ingest(town.write(
                "long.csv",
                HEADER + "a,2026-01-05T10:00:00Z,open,,," + endless + "\n" + "b,2026-01-05T10:00:00Z,open,,,\n"));
        FileCounts lines = town.ingest(town.write(
                "long.jsonl",
                "{\"event_id\": \"c\", \"requested_at\": \"2026-01-05T10:00:00Z\", \"status\": \"open\"}\n"
                        + "{\"event_id\": \"d\", \"requested_at\": \"2026-01-05T10:00:00Z\", \"status\": \"" + endless
                        + "\"}\n"));

        assertEquals(2, csv.inserted());
        assertEquals(1, lines.quarantined());
    }

    @Test
    void ofLinesOfJsonOnlyTheBrokenOnesAreQuarantined() {
        FileCounts counts = town.ingest(town.write("lines.jsonl", """
                {"event_id": "a", "requested_at": "2026-01-05T10:00:00Z", "status": "open", "note": "} {"}

                {"event_id": "b", "requested_at": "2026-01-05T10:00:00Z", "status": "open"}{"event_id": "c"}
                [{"event_id": "d"}]
                {"event_id": "e", "requested_at": "2026-01-05T10:00:00Z", "status": "open", "value": 1}
                {"event_id": "f", "requ"""));

        String broken = ": the record doesn't fit the header, or is cut off";
        assertEquals(List.of("2" + broken, "3" + broken, "5" + broken), town.quarantined(counts));
        assertEquals(
                1,
                town.quarantine(counts).where("original like '%\"b\"%\"c\"%'").count());
        assertEquals(List.of("a", "e"), ids());
    }

    @Test
    void parquetOfAnotherSchemaIsTakenWhereItCanBeCast() {
        Path strings = parquet("'1' as event_id, '2026-01-05T10:00:00Z' as requested_at, 'open' as status");
        Path others = parquet("""
                cast(2 as double) as event_id, timestamp '2026-01-05 10:00:00Z' as requested_at, cast('open' as binary) as status,
                5 as satisfaction, 1.5f as cost, named_struct('a', 1) as note""");
        Path epoch = parquet("3L as event_id, 1767607200L as requested_at, 'open' as status, 'x' as note");
        Path local = parquet(
                "cast(4 as short) as event_id, timestamp_ntz '2026-01-05 12:00:00' as requested_at, 'open' as status");

        assertEquals(1, town.ingest(strings).inserted());
        assertEquals(1, town.ingest(others).inserted());
        assertEquals(List.of("1: requested_at is no time: 1767607200"), town.quarantined(town.ingest(epoch)));
        assertEquals(1, town.ingest(local).inserted());
        assertEquals(List.of("1", "2", "4"), ids());
        assertEquals(3, town.count("requested_at = timestamp '2026-01-05 10:00:00Z'"));
        assertEquals(1, town.count("satisfaction = 5 and cost = 1.5"));
    }

    private Path parquet(String select) {
        Path folder = data.resolve("parquet" + select.hashCode());
        SharedSpark.session().sql("select " + select).coalesce(1).write().parquet(folder.toString());
        String[] files = folder.toFile().list((_, name) -> name.endsWith(".parquet"));
        assertTrue(files != null && files.length == 1);
        return folder.resolve(files[0]);
    }

    private List<String> ids() {
        return town.lake().orderBy("event_id").select("event_id").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
