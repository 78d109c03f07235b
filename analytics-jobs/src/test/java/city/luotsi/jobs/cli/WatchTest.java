package city.luotsi.jobs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.lake.Ingest;
import city.luotsi.jobs.publish.Refresh;
import city.luotsi.jobs.run.FileCounts;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import city.luotsi.jobs.run.RunReport;
import city.luotsi.jobs.run.RunReports;
import city.luotsi.jobs.source.Feeds;
import city.luotsi.jobs.source.Inbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final String HEADER = "event_id,service_code,requested_at,ended_at,status\n";

    @TempDir
    private Path data;

    private final List<String> said = new ArrayList<>();

    @Test
    void takesWhatHasLandedRejectsWhatCannotBeTakenAndPublishes() throws IOException {
        Path inbox = Files.createDirectories(data.resolve("inbox"));
        Watch watch = watch(inbox);
        Files.writeString(
                inbox.resolve("b.csv"),
                HEADER
                        + "1,library_loan,2026-05-04T09:00:00,2026-05-05T09:00:00,completed\n2,library_card,2026-05-06T09:00:00,,open\n");
        Files.writeString(inbox.resolve("a.csv"), "no,header\n1,2\n");
        Files.writeString(inbox.resolve("c.csv.part"), HEADER);

        watch.look();
        assertEquals(List.of(), said, "a file is left alone until it stays the same");

        watch.look();
        assertTrue(said.getFirst().contains("a.csv has a header without the key column"), said.toString());
        assertTrue(said.get(1).startsWith("b.csv (events): 2 read; 2 inserted"), said.toString());
        assertTrue(said.get(2).startsWith("publication 1 of helsinki: 2 events"), said.toString());
        assertEquals(List.of("c.csv.part"), names(inbox));
        List<String> rejected = names(inbox.resolve("rejected"));
        assertEquals(2, rejected.size(), rejected.toString());
        assertTrue(rejected.getFirst().endsWith("-a.csv"), rejected.toString());
        assertTrue(Files.readString(inbox.resolve("rejected").resolve(rejected.getLast()))
                .contains("a header without the key column"));
        assertEquals(
                List.of("refresh", "ingest", "ingest"),
                new RunReports(new JobFolders(data).runs("helsinki"))
                        .last(9).stream().map(RunReport::verb).toList());

        said.clear();
        watch.look();
        assertEquals(List.of(), said);
        assertFalse(Files.exists(data.resolve("helsinki/publications/2.json")));
    }

    private Watch watch(Path inbox) {
        JobFolders folders = new JobFolders(data);
        Definitions definitions = Definitions.builtIn();
        return new Watch(
                new Inbox(inbox),
                new RunReports(folders.runs("helsinki")),
                Clock.systemUTC(),
                new Watch.Work() {
                    @Override
                    public FileCounts take(Path file) {
                        var pack = new CityPacks(definitions).read("helsinki");
                        List<FileCounts> counts = new ArrayList<>();
                        new Ingest(SharedSpark.session(), folders, definitions, "helsinki", Progress.silent())
                                .files(
                                        List.of(new Feeds(definitions).recognise(file, Optional.empty(), pack)),
                                        counts::add);
                        return counts.getFirst();
                    }

                    @Override
                    public String publish() {
                        try {
                            return new Refresh(
                                            SharedSpark.session(), folders, definitions, Clock.systemUTC(), step -> {})
                                    .run("helsinki")
                                    .sentence();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                },
                false,
                said::add);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
