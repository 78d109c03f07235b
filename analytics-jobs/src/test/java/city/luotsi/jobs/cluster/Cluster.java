package city.luotsi.jobs.cluster;

import city.luotsi.jobs.S3Server;
import city.luotsi.jobs.crash.JobProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A master and workers of one core each, processes of this machine that are reached on loopback only. */
final class Cluster implements AutoCloseable {
    private static final Path PROGRAM = Path.of("cluster").toAbsolutePath();
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");

    /** As small as they can be, and compiled in haste: of a few rows most of the time goes into starting. */
    private static final String SETTINGS = """

            spark.executor.cores 1
            spark.executor.memory 512m
            spark.sql.shuffle.partitions 2
            spark.sql.codegen.wholeStage false
            spark.sql.codegen.factoryMode NO_CODEGEN
            spark.sql.adaptive.enabled false
            spark.locality.wait 0
            spark.extraListeners %s
            """.formatted(TaskTeller.class.getName());

    private final Path folder;
    private final Libraries libraries;
    private final String secret = UUID.randomUUID().toString();
    private final List<JobProcess> processes = new ArrayList<>();
    private final String master;

    /** @param folder an empty one, for all that these processes write */
    Cluster(Path folder, int workers) throws Exception {
        this.folder = folder;
        this.libraries = Libraries.of(Files.createDirectories(folder.resolve("spark")));
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(settings(), Files.readString(PROGRAM.resolveSibling("spark-cluster.conf")) + SETTINGS);
        this.master = startMaster();
        for (int worker = 0; worker < workers; worker++) {
            startWorker();
        }
    }

    private String startMaster() throws IOException, InterruptedException {
        JobProcess started = start(Map.of(), "master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0");
        require(started, "Starting Spark master at");
        return started.said().stream()
                .map(MASTER::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private void startWorker() throws IOException, InterruptedException {
        String work = folder.resolve("worker-" + processes.size()).toString();
        JobProcess started = start(
                Map.of(),
                "worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                work,
                master);
        require(started, "Successfully registered with master");
    }

    /** {@code jobs ARGUMENTS} by {@code spark-submit}, with lake and publications on a store. */
    JobProcess submit(S3Server store, Path data, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("submit"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--city", "helsinki", "--data", data.toString(), "--store", store.location()));
        return start(store.environment(), command.toArray(String[]::new));
    }

    /** The worker that an executor belongs to, and the executor. */
    Machine machineOf(String executor) {
        for (JobProcess process : processes) {
            for (ProcessHandle child : process.descendants()) {
                if (commandLine(child).contains("--executor-id " + executor + " ")) {
                    return new Machine(process, child);
                }
            }
        }
        throw new IllegalStateException("there is no executor " + executor);
    }

    /** A worker with its executor: what dies together when a machine does. */
    record Machine(JobProcess worker, ProcessHandle executor) {
        /** The executor stays in the cluster, is given work and does none. */
        void stand() throws IOException, InterruptedException {
            Process process = new ProcessBuilder("kill", "-STOP", "" + executor.pid())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("can't stop " + executor.pid());
            }
        }

        void kill() {
            worker.close();
            executor.destroyForcibly();
        }
    }

    JobProcess master() {
        return processes.getFirst();
    }

    /** Whether anybody on this machine could read the secret from what runs there. */
    boolean isSecretSeen() {
        return ProcessHandle.allProcesses().map(Cluster::commandLine).anyMatch(line -> line.contains(secret));
    }

    /** What all of it has used so far. */
    Duration processorTime() {
        return processes.stream()
                .flatMap(process ->
                        Stream.concat(ProcessHandle.of(process.pid()).stream(), process.descendants().stream()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private JobProcess start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "SPARK_HOME",
                        libraries.home().toString(),
                        "JOBS_JAR",
                        libraries.job().toString(),
                        "SPARK_CLUSTER_CONF",
                        settings().toString(),
                        "SPARK_SECRET",
                        secret,
                        "SPARK_LOCAL_IP",
                        "127.0.0.1",
                        "SPARK_DAEMON_MEMORY",
                        "200m",
                        "LUOTSI_MEMORY",
                        "600m",
                        "TMPDIR",
                        folder.resolve("tmp").toString(),
                        "JDK_JAVA_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=" + folder.resolve("tmp")));
        program.environment().putAll(environment);
        program.environment().put("SPARK_MASTER", processes.isEmpty() ? "" : master);
        JobProcess started = JobProcess.listening(program);
        processes.add(started);
        return started;
    }

    private Path settings() {
        return folder.resolve("spark-cluster.conf");
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private static void require(JobProcess process, String said) throws InterruptedException {
        if (!process.says(line -> line.contains(said))) {
            throw new IllegalStateException("it ended: " + process.said());
        }
    }

    @Override
    public void close() {
        for (JobProcess process : processes.reversed()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.close();
        }
        libraries.close();
    }
}
