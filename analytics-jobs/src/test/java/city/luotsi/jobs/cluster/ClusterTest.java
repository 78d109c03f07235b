package city.luotsi.jobs.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.jobs.S3Server;
import city.luotsi.jobs.crash.FilesOfDays;
import city.luotsi.jobs.crash.Here;
import city.luotsi.jobs.crash.JobProcess;
import city.luotsi.jobs.crash.Published;
import city.luotsi.jobs.publish.Pull;
import city.luotsi.jobs.run.JobFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master, two workers and an object store: what is published is what one machine publishes from the same files. */
class ClusterTest {
    private final FilesOfDays files = new FilesOfDays(20261125);

    @TempDir
    private Path folder;

    @Test
    void aWorkerKilledInMidRunChangesNothing() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Path dashboard = folder.resolve("dashboard");
        try (S3Server store = S3Server.start();
                Cluster cluster = new Cluster(folder.resolve("cluster"), 2)) {
            Instant started = Instant.now();
            try (JobProcess job = cluster.submit(
                    store, folder.resolve("driver"), "watch", "--inbox", inbox.toString(), "--every", "1")) {
                files.write(inbox, 1);
                require(job, line -> line.startsWith("adding up "));
                assertFalse(cluster.isSecretSeen());
                killWhileItHasWork(cluster, job, TaskTeller.lastGiven(job.said()));
                require(job, line -> line.startsWith("publication 1 of helsinki"));
                print("first file published, one worker killed on the way", started, cluster.processorTime());

                Instant landed = Instant.now();
                Duration before = cluster.processorTime();
                files.write(inbox, 2);
                require(job, line -> line.startsWith("publication 2 of helsinki"));
                print("second file published", landed, cluster.processorTime().minus(before));
                job.stop();
            }
            pull(store, dashboard);
        }

        Path local = here();
        assertEquals(List.of(), nothingElse(dashboard));
        for (long number = 1; number <= 2; number++) {
            Map<String, List<String>> published = Published.content(Published.file(local, number));
            assertTrue(published.values().stream().mapToInt(List::size).sum() > 100, "" + published);
            assertEquals(published, Published.content(Published.file(dashboard, number)));
        }
    }

    /** It stands still until it is given a task, which is then lost with all it had computed before. */
    private static void killWhileItHasWork(Cluster cluster, JobProcess job, String executor) throws Exception {
        Cluster.Machine machine = cluster.machineOf(executor);
        machine.stand();
        require(job, line -> line.startsWith(TaskTeller.given(executor)));
        machine.kill();
        require(job, line -> line.startsWith(TaskTeller.gone(executor)));
        require(cluster.master(), line -> line.contains("Removing worker"));
    }

    private static void pull(S3Server store, Path dashboard) throws Exception {
        Pull pull = new Pull(store.location() + "/helsinki/publications", dashboard, step -> {});
        assertEquals(List.of(2L, 1L), pull.now(Instant.now()).came());
        assertTrue(pull.now(Instant.now()).isNone());
    }

    private Path here() throws Exception {
        JobFolders folders = new JobFolders(folder.resolve("here"));
        Here here = new Here(folders);
        for (int day = 1; day <= 2; day++) {
            Path landed = files.write(Files.createDirectories(folder.resolve("files")), day);
            Instant started = Instant.now();
            here.ingest(List.of(landed));
            here.refresh();
            System.out.printf(Locale.ROOT, "file %d published by one machine: %.1f s%n", day, seconds(started));
        }
        return folders.publications("helsinki");
    }

    private static List<Path> nothingElse(Path folder) throws Exception {
        try (var all = Files.list(folder)) {
            return all.filter(file ->
                            !String.valueOf(file.getFileName()).matches("[12]\\.json|\\S+\\.duckdb|\\.pulled-from"))
                    .toList();
        }
    }

    private static void require(JobProcess process, Predicate<String> line) throws InterruptedException {
        assertTrue(process.says(line), () -> String.join("\n", process.said()));
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }

    private static void print(String what, Instant since, Duration processor) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s, %.1f s of processor time%n",
                what,
                seconds(since),
                processor.toMillis() / 1000.0);
    }
}
