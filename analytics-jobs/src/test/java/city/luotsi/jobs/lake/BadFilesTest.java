package city.luotsi.jobs.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that can't be taken: one sentence, and nothing is left of them; {@link Town#refusal} looks. */
class BadFilesTest {
    private static final String HEADER = "event_id,requested_at,status,note\n";
    private static final String RECORD = "%d,2026-01-05T10:00:00Z,open,%h\n";
    /** So many that they are not all in the part that is looked at before anything is copied, even packed. */
    private static final int RECORDS = 100_000;

    @TempDir
    private static Path folder = Path.of("");

    private static Town town = new Town("helsinki", folder);

    /** One for all: what is refused leaves nothing behind. */
    @BeforeAll
    static void takeOneThatIsGood() {
        town = new Town("helsinki", folder);
        town.ingest(town.write("good.csv", HEADER + "a,2026-01-05T10:00:00Z,open,\n"));
    }

    @ParameterizedTest
    @CsvSource({"csv, 2", "csv, 1.001", "jsonl, 2", "json, 2", "xml, 2"})
    void aGzipFileThatIsCutOffIsRefused(String ending, double divisor) throws IOException {
        byte[] whole = packed(
                switch (ending) {
                    case "csv" -> HEADER + records("%d,2026-01-05T10:00:00Z,open,%h\n");
                    case "xml" ->
                        "<requests>"
                                + records(
                                        "<request><service_request_id>%d</service_request_id><requested_datetime>2026-01-05T10:00:00Z</requested_datetime><note>%h</note></request>")
                                + "</requests>";
                    case "json" ->
                        "["
                                + records(
                                        "{\"event_id\": \"%d\", \"requested_at\": \"2026-01-05T10:00:00Z\", \"status\": \"open\", \"note\": \"%h\"},")
                                + "{}]";
                    default ->
                        records(
                                "{\"event_id\": \"%d\", \"requested_at\": \"2026-01-05T10:00:00Z\", \"status\": \"open\", \"note\": \"%h\"}\n");
                });
        Path cut = town.write("cut." + ending + ".gz", Arrays.copyOf(whole, (int) (whole.length / divisor)));

        String sentence = town.refusal(cut);

        assertTrue(sentence.endsWith("cut." + ending + ".gz ends in the middle; fetch it again"), sentence);
    }

    @Test
    void aDamagedGzipFileIsRefused() throws IOException {
        byte[] whole = packed(HEADER + records(RECORD));
        whole[whole.length - 6] ^= 1;

        String sentence = town.refusal(town.write("damaged.csv.gz", whole));

        assertEquals("damaged.csv.gz is damaged (gzip stream CRC failure); fetch it again", sentence);
    }

    @Test
    void aWrongSeparatorIsToldByTheColumnsFound() {
        String sentence =
                town.refusal(town.write("piped.csv", "event_id|requested_at|status\na|2026-01-05T10:00:00Z|open\n"));

        assertTrue(
                sentence.contains(
                        "its columns are event_id|requested_at|status; check the file's header and what separates its columns"),
                sentence);
    }

    @Test
    void ofAThousandColumnsAMessageNamesTen() {
        String names = IntStream.range(0, 1000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        String sentence = town.refusal(town.write("wide.csv", names + "\n"));

        assertTrue(
                sentence.contains("its columns are c0, c1, c2, c3, c4, c5, c6, c7, c8, c9 … (1,000 in all)"), sentence);
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefused() {
        String sentence = town.refusal(town.write("open.csv", HEADER + """
                b,2026-01-05T10:00:00Z,open,
                c,2026-01-05T10:00:00Z,open,"said
                d,2026-01-05T10:00:00Z,open,
                e,2026-01-05T10:00:00Z,open,
                """));

        assertEquals(
                "open.csv has a quote that isn't closed: record 2 holds the rest of the file; close it, or fetch it again",
                sentence);
    }

    @Test
    void aValueThatWouldFillTheMemoryIsRefused() {
        String sentence = town.refusal(
                town.write("endless.csv", HEADER + "b,2026-01-05T10:00:00Z,\"open" + "x,y\n".repeat(5_000_000)));

        assertEquals(
                "endless.csv has a value of more than 16,000,000 characters; look for a quote that isn't closed",
                sentence);
    }

    @Test
    void aRecordOfMoreValuesThanAnyTableHasIsRefused() {
        String sentence = town.refusal(town.write("flat.csv", HEADER + "b" + ",c".repeat(30_000) + "\n"));

        assertEquals(
                "flat.csv has a record of more than 20,480 values; look for line breaks that are missing", sentence);
    }

    @Test
    void jsonAndXmlThatAreNotUtf8AreRefused() {
        byte[] json = ("[" + records("{\"event_id\": \"%d\", \"requested_at\": \"2026-01-05\", \"status\": \"%h\"},\n")
                        + "{\"event_id\": \"ä\"}]")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] xml = ("<requests>"
                        + records(
                                "<request><service_request_id>%d</service_request_id><requested_datetime>%h</requested_datetime></request>\n")
                        + "<request><service_request_id>ä</service_request_id></request></requests>")
                .getBytes(StandardCharsets.ISO_8859_1);

        String ofJson = town.refusal(town.write("latin.json", json));
        String ofXml = town.refusal(town.write("latin.xml", xml));

        assertTrue(ofJson.startsWith("latin.json is not readable as json, line 100001, column 1"), ofJson);
        assertTrue(ofXml.contains("latin.xml is not UTF-8 (Invalid UTF-8 "), ofXml);
    }

    @Test
    void xmlThatIsBrokenAfterManyRecordsIsRefused() {
        String good = records(
                "<request><service_request_id>%d</service_request_id><requested_datetime>%h</requested_datetime></request>\n");

        String ofCut = town.refusal(town.write("cut.xml", "<requests>" + good + "<request>"));
        String ofBroken = town.refusal(town.write("broken.xml", "<requests>" + good + "<request></id></requests>"));

        assertTrue(ofCut.contains("cut.xml is not readable as xml: Unexpected EOF"), ofCut);
        assertTrue(ofCut.contains("[100001,9]; fetch it again"), ofCut);
        assertTrue(ofBroken.contains("broken.xml is not readable as xml: Unexpected close tag </id>"), ofBroken);
    }

    @Test
    void utf16IsNamed() {
        String sentence = town.refusal(town.write("wide.csv", HEADER.getBytes(StandardCharsets.UTF_16)));

        assertTrue(sentence.contains("wide.csv is not csv: it is written in UTF-16, and must be in UTF-8"), sentence);
    }

    @Test
    void parquetThatLacksItsKeyOrItsEndIsRefused() throws IOException, SQLException {
        Path keyless = duck("keyless", "'b' as event_id, 'open' as status, timestamp '2026-01-05' as requested");
        Path cut = duck("cut", "'b' as event_id, timestamp '2026-01-05' as requested_at, 'open' as status");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), (int) Files.size(cut) - 10));

        String ofKeyless = town.refusal(keyless);
        String ofCut = town.refusal(cut);

        assertTrue(
                ofKeyless.contains("events needs requested_at; its columns are event_id, status, requested;"),
                ofKeyless);
        assertTrue(ofCut.contains("cut.parquet is not readable as parquet"), ofCut);
    }

    @Test
    void aTypeOfParquetThatCannotBeReadIsNamed() throws SQLException {
        Path nanoseconds = duck(
                "nanoseconds", "'b' as event_id, 'open' as status, timestamp_ns '2026-01-05 10:00:00' as requested_at");

        String sentence = town.refusal(nanoseconds);

        assertTrue(
                sentence.startsWith("nanoseconds.parquet can't be read: ")
                        && sentence.contains("TIMESTAMP(NANOS,false)"),
                sentence);
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Path folder = Files.createDirectories(town.data().resolve("files/folder.csv"));

        assertTrue(town.refusal(folder)
                .endsWith("folder.csv can't be read (Is a directory); check the file and its permissions"));
        assertTrue(town.refusal(folder.resolve("none.csv"))
                .endsWith("none.csv can't be read; check that it exists and that you may read it"));
    }

    private Path duck(String name, String select) throws SQLException {
        Path file = town.write(name + ".parquet", "");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select %s) to '%s' (format parquet)".formatted(select, file));
        }
        return file;
    }

    private static String records(String form) {
        return IntStream.range(0, RECORDS)
                .mapToObj(i -> form.formatted(i, List.of(i, i * 31L).hashCode() * 0x9E3779B9))
                .collect(Collectors.joining());
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
