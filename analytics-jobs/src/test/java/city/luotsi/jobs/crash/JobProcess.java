package city.luotsi.jobs.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process that is listened to: the analytics job, started as {@code ./luotsi jobs} does on the class path of the tests. */
public final class JobProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Thread listener;
    private final List<String> said = new ArrayList<>();
    private int heard;

    private JobProcess(Process process) {
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().start(this::listen);
    }

    /** @param folder for what is none of the job's own: temporary files of the machine */
    static JobProcess start(Path data, Path folder, String... arguments) throws IOException {
        return start(List.of(), data, folder, arguments);
    }

    /** @param before a command that runs another one */
    static JobProcess start(List<String> before, Path data, Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("spark.jvm.args").toAbsolutePath(),
                "-Xmx600m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dspark.master=local[2]",
                // for a few rows compiling takes longer than running
                "-Dspark.sql.shuffle.partitions=1",
                "-Dspark.sql.codegen.wholeStage=false",
                "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
                "-Djava.io.tmpdir="
                        + Files.createDirectories(folder.resolve("tmp")).toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "city.luotsi.jobs.Jobs"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString(), "--city", "helsinki"));
        return listening(new ProcessBuilder(command));
    }

    /** The same of any other program. */
    public static JobProcess listening(ProcessBuilder program) throws IOException {
        return new JobProcess(program.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .start());
    }

    private void listen() {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                say(line);
            }
        } catch (IOException e) {
            say("(its output ended: %s)".formatted(e.getMessage()));
        }
    }

    private void say(String line) {
        synchronized (said) {
            said.add(line);
            said.notifyAll();
        }
    }

    /** Waits until it says a line, once more than it had; false if it ended without. */
    public boolean says(Predicate<String> line) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        synchronized (said) {
            while (said.subList(heard, said.size()).stream().noneMatch(line)) {
                if (!listener.isAlive()) {
                    return false;
                }
                if (Instant.now().isAfter(until)) {
                    throw new IllegalStateException("it doesn't say it: " + said);
                }
                said.wait(200);
            }
            while (!line.test(said.get(heard++))) {
                // on to that line
            }
        }
        return true;
    }

    /** What is done while it stands still. */
    interface Deed {
        void done() throws IOException, InterruptedException;
    }

    void whileItStands(Deed deed) throws IOException, InterruptedException {
        SmallDisk.run("kill", "-STOP", "" + pid());
        try {
            deed.done();
        } finally {
            SmallDisk.run("kill", "-CONT", "" + pid());
        }
    }

    public long pid() {
        return process.pid();
    }

    /** What runs under it. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** Kills it after a while, unless it ends before. */
    void killAfter(long milliseconds) throws InterruptedException {
        if (!process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
        end();
    }

    /** Ends it as Ctrl-C does. */
    public int stop() throws InterruptedException {
        process.destroy();
        return end();
    }

    /** Waits for its end. */
    public int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("it doesn't end: " + said());
        }
        listener.join();
        return process.exitValue();
    }

    public List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
