package city.luotsi.jobs.crash;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPacks;
import city.luotsi.jobs.SharedSpark;
import city.luotsi.jobs.lake.Ingest;
import city.luotsi.jobs.publish.Refresh;
import city.luotsi.jobs.run.JobFolders;
import city.luotsi.jobs.run.Progress;
import city.luotsi.jobs.source.Feeds;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Runs in this very process, which nobody disturbs. */
public record Here(JobFolders folders) {

    public void ingest(List<Path> files) {
        Definitions definitions = Definitions.builtIn();
        var pack = new CityPacks(definitions).read("helsinki");
        List<Feeds.Candidate> candidates = files.stream()
                .map(file -> new Feeds(definitions).recognise(file, Optional.empty(), pack))
                .toList();
        new Ingest(SharedSpark.session(), folders, definitions, "helsinki", Progress.silent())
                .files(candidates, counts -> {});
    }

    public Refresh.Published refresh() throws IOException, SQLException {
        return new Refresh(SharedSpark.session(), folders, Definitions.builtIn(), Clock.systemUTC(), step -> {})
                .run("helsinki");
    }
}
