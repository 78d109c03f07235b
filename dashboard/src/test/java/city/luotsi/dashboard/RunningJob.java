package city.luotsi.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Another process that holds a lock of a city and says in it what it does, as a run of the jobs. */
public final class RunningJob implements AutoCloseable {
    private static final String HOLD = """
            import fcntl, os, sys
            file = open(sys.argv[1], "w")
            fcntl.lockf(file, fcntl.LOCK_EX)
            for line in sys.stdin:
                file.seek(0)
                file.write(line)
                file.truncate()
                file.flush()
                print("said", flush=True)
            """;

    private final Process process;
    private final String verb;

    /** @param city its folder */
    public RunningJob(Path city, String verb) {
        this.verb = verb;
        try {
            process = new ProcessBuilder(
                            "python3",
                            "-c",
                            HOLD,
                            city.resolve("." + verb + ".lock").toString())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param since in UTC */
    public void says(String doing, String since) throws IOException {
        process.outputWriter().write("""
                {"run": "%s", "since": "%s", "doing": "%s", "process": %d}
                """.formatted(verb, since, doing, process.pid()));
        process.outputWriter().flush();
        if (!"said".equals(process.inputReader().readLine())) {
            throw new IOException("it says nothing");
        }
    }

    /** As the system does it: what it said stays. */
    public void isKilled() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
