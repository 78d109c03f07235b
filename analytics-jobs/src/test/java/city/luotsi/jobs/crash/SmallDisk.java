package city.luotsi.jobs.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk that can be filled: a file system in memory, in a mount namespace of its own that needs no rights. Where a machine
 * forbids even that, a process can at least be kept from writing more to any file.
 */
final class SmallDisk implements AutoCloseable {
    private static final String MOUNT = "mount -t tmpfs -o size=260m none \"$0\" && echo mounted && exec cat";

    private final Process holder;
    private final boolean isMounted;
    private final Path folder;

    private SmallDisk(Process holder, boolean isMounted, Path folder) {
        this.holder = holder;
        this.isMounted = isMounted;
        this.folder = folder;
    }

    /** @param at an empty folder */
    static SmallDisk at(Path at) throws IOException {
        Process holder = new ProcessBuilder(
                        "unshare", "--user", "--map-root-user", "--mount", "bash", "-c", MOUNT, "" + at)
                .start();
        boolean isMounted = "mounted".equals(holder.inputReader().readLine());
        System.out.println(
                isMounted ? "on a disk of 260 MB" : "by a limit on the size of files: nothing can be mounted");
        return new SmallDisk(holder, isMounted, at);
    }

    /** Starts a job that finds the disk at its folder. */
    JobProcess start(Path data, Path machine, String... arguments) throws IOException {
        // the mount is seen by its holder only, and by who joins it
        List<String> joined = isMounted
                ? List.of("nsenter", "--preserve-credentials", "--user", "--mount", "--target", "" + holder.pid())
                : List.of();
        return JobProcess.start(joined, data, machine, arguments);
    }

    /** A folder of the disk, as this process finds it. */
    Path seen(Path inside) {
        return isMounted ? Path.of("/proc/%d/root%s".formatted(holder.pid(), inside)) : inside;
    }

    /** From now on a job can't write any more. */
    void fill(JobProcess job) throws IOException, InterruptedException {
        job.whileItStands(() -> {
            if (isMounted) {
                long free = seen(folder).toFile().getUsableSpace();
                run("fallocate", "--length", "" + free, filler().toString());
            } else {
                run("prlimit", "--pid", "" + job.pid(), "--fsize=65536");
            }
        });
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return seen(folder).resolve("filler");
    }

    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + List.of(command));
        }
    }

    @Override
    public void close() {
        holder.destroyForcibly();
    }
}
