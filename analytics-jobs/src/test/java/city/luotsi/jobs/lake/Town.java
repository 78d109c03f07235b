package city.luotsi.jobs.lake;

import static org.apache.spark.sql.functions.col;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.run.FileCounts;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import city.luotsi.jobs.source.Feeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A city with a folder of its own, for tests. */
record Town(String city, Path data) {

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
        return counts.getFirst();
    }

    Ingest ingest() {
        return new Ingest(SharedSpark.session(), folders(), Definitions.builtIn(), city, Progress.silent());
    }

    Path write(String name, String content) {
        try {
            return Files.writeString(
                    Files.createDirectories(data.resolve("files")).resolve(name), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
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
