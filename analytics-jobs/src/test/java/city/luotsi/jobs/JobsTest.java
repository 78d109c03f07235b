package city.luotsi.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line as a person meets it: sentences and exit codes. */
class JobsTest {
    @TempDir
    private Path data = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "refresh", "runs", "demo", "pull"})
    void everyVerbHasHelp(String verb) {
        Outcome outcome = jobs(verb, "--help");

        assertEquals(0, outcome.code());
        assertTrue(outcome.out().contains("Usage: jobs " + verb), outcome.out());
    }

    @Test
    void aWrongArgumentIsASentence() {
        assertWrong("Unknown option: '--sped'", jobs("runs", "--sped"));
        assertWrong("there is no city 'atlantis'; known are helsinki, newyork", jobs("runs", "--city", "atlantis"));
        assertWrong("'../x' can't be a city", jobs("runs", "--city", "../x"));
        assertWrong(
                "there is no feed 'paper'; known are events, nyc311, open311",
                jobs("ingest", "--feed", "paper", "x.csv"));
        assertWrong("there is no file or folder missing.csv", jobs("ingest", "missing.csv"));
        assertWrong("no such folder of SQL files", jobs("runs", "--sql", "nowhere"));
    }

    @Test
    void aDemonstrationCityThatCannotBeIsASentence() {
        assertWrong(
                "--city is helsinki, whose data is real: a demonstration city is helsinki-demo",
                jobs("demo", "--city", "helsinki"));
        assertWrong("there is no city 'atlantis-demo'", jobs("demo", "--city", "atlantis-demo"));
        assertWrong("a city needs at least one event, was 0", jobs("demo", "--events", "0"));
        assertWrong("the data can be 1 to 10 years long, was 40", jobs("demo", "--years", "40"));
        assertWrong("--until is 2999-01-01, which is not over yet", jobs("demo", "--until", "2999-01-01"));
        assertWrong("Invalid value for option '--until'", jobs("demo", "--until", "yesterday"));
        assertWrong("Invalid value for option '--stories'", jobs("demo", "--stories", "some"));
        assertFalse(Files.exists(data.resolve("helsinki-demo")));
    }

    @Test
    void aStoreThatCannotBeIsASentence() {
        assertWrong(
                "the store is 'gs://luotsi', but must be a bucket, with or without a folder in it, such as s3a://luotsi/cities",
                jobs("refresh", "--store", "gs://luotsi"));
        assertWrong("the store is 's3a://'", jobs("runs", "--store", "s3a://"));
        assertWrong("there is nothing to pull from: name the store with --store or LUOTSI_STORE", jobs("pull"));
        assertWrong(
                "--every takes a number of seconds from 1, was 0",
                jobs("pull", "--store", "s3a://luotsi", "--every", "0"));
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefusedAndLeavesNothing() throws IOException {
        Path zip = Files.write(data.resolve("requests.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Path packed = Files.write(data.resolve("requests.csv"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Path notPacked = Files.writeString(data.resolve("requests.json.gz"), "[{}]");
        Path empty = Files.writeString(data.resolve("empty.csv"), " \n");
        Path keyless = Files.writeString(data.resolve("keyless.csv"), "id,when\n1,2026-01-01\n");
        Path cut = Files.writeString(
                data.resolve("cut.json"),
                "[{\"service_request_id\": \"1\", \"requested_datetime\": \"2026-01-01\"},\n{\"serv");
        Path none = Files.writeString(data.resolve("none.json"), "[]");

        assertFailed(
                "requests.zip is of no known format; events takes .csv .json .jsonl .parquet",
                jobs("ingest", "" + zip));
        assertFailed(
                "requests.csv is not csv: it begins like a ZIP archive or a spreadsheet", jobs("ingest", "" + packed));
        assertFailed("is not a gzip file, though its name ends with .gz", jobs("ingest", "" + notPacked));
        assertFailed("empty.csv is empty", jobs("ingest", "" + empty));
        assertFailed(
                "keyless.csv has a header without the key column: events needs event_id, requested_at, status; open311 needs"
                        + " service_request_id, requested_datetime",
                jobs("ingest", "" + keyless));
        assertFailed("cut.json is not readable as json", jobs("ingest", "" + cut));
        assertFailed(
                "none.json has a header without the key column: events finds no record", jobs("ingest", "" + none));
        assertFalse(Files.exists(data.resolve("helsinki/landing")));
        assertFalse(Files.exists(data.resolve("helsinki/lake")));
    }

    @Test
    void aFolderWithoutAFileIsASentence() throws IOException {
        Path folder = data.resolve("inbox");
        Files.createDirectories(folder.resolve("deeper"));
        assertFailed("there is no file in the folder " + folder, jobs("ingest", "" + folder));

        Files.writeString(folder.resolve("readme.txt"), "hello");
        Outcome outcome = jobs("ingest", "" + folder);

        assertFailed("left out: " + folder.resolve("readme.txt") + " is of no known format", outcome);
        assertFailed("no file of [" + folder + "] fits a feed of helsinki", outcome);
    }

    @Test
    void runsShowsWhatFailed() throws IOException {
        Path empty = Files.writeString(data.resolve("empty.csv"), "");
        jobs("ingest", "" + empty);

        Outcome outcome = jobs("runs");

        assertEquals(0, outcome.code());
        assertTrue(outcome.out().contains("ingest  failed"), outcome.out());
        assertTrue(outcome.out().contains("empty.csv is empty"), outcome.out());
    }

    private Outcome jobs(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--help")) {
            all.addAll(List.of("--data", data.toString()));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Jobs.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = commandLine.execute(all.toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }

    private static void assertWrong(String sentence, Outcome outcome) {
        assertEquals(2, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains(sentence), outcome.err());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
    }

    private static void assertFailed(String sentence, Outcome outcome) {
        assertEquals(1, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains(sentence), outcome.err());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
    }

    private record Outcome(int code, String out, String err) {}
}
