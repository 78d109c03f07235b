package city.luotsi.jobs.lake;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.run.FileCounts;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import city.luotsi.jobs.source.Feeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A city with a folder of its own, for tests. */
record Town(String city, Path data) {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T05:00:00Z"), ZoneOffset.UTC);

    JobFolders folders() {
        return new JobFolders(data);
    }

    FileCounts ingest(Path file) {
        return ingest(file, Optional.empty());
    }

    FileCounts ingest(Path file, Optional<String> feed) {
        Definitions definitions = Definitions.builtIn();
        Feeds.Candidate candidate = new Feeds(definitions).recognise(file, feed, new CityPacks(definitions).read(city));
        List<FileCounts> counts = new ArrayList<>();
        ingest().files(List.of(candidate), counts::add);
        FileCounts taken = counts.getFirst();
        assertEquals(
                taken.read(),
                taken.inserted() + taken.updated() + taken.unchanged() + taken.superseded() + taken.quarantined(),
                () -> "must add up: " + taken);
        return taken;
    }

    /** Refused by one sentence, which is returned; nothing of the file is left. */
    String refusal(Path file) {
        List<String> before = files();
        JobException refused = assertThrows(JobException.class, () -> ingest(file));
        assertEquals(before, files());
        return String.valueOf(refused.getMessage());
    }

    /** "record: reason" of what is in quarantine. */
    List<String> quarantined(FileCounts counts) {
        return quarantine(counts).selectExpr("concat(record, ': ', reason)").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    Dataset<Row> quarantine(FileCounts counts) {
        return SharedSpark.session()
                .read()
                .parquet(folders().quarantine(city).resolve(counts.file()).toString())
                .orderBy("record");
    }

    Ingest ingest() {
        return new Ingest(SharedSpark.session(), folders(), Definitions.builtIn(), city, CLOCK, Progress.silent());
    }

    Path write(String name, String content) {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(Files.createDirectories(data.resolve("files")).resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> files() {
        try (Stream<Path> all = Files.walk(Files.createDirectories(folders().of(city)))) {
            return all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dataset<Row> lake() {
        return new Lake(SharedSpark.session(), folders().lake(city)).events();
    }

    /** Every row of the lake as text, columns and all, in the order of its key. */
    List<String> rows() {
        return lake().orderBy(col("feed"), col("event_id")).collectAsList().stream()
                .map(Row::toString)
                .toList();
    }

    long count(String condition) {
        return lake().where(condition).count();
    }
}
