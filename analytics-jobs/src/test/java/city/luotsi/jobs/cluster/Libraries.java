package city.luotsi.jobs.cluster;

import city.luotsi.jobs.Jobs;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path of the tests as an operator has it: the job's jar, and a folder of libraries.
 *
 * @param home what {@code SPARK_HOME} is to say
 */
record Libraries(Path home, Path job) implements AutoCloseable {

    static Libraries of(Path folder) throws IOException, URISyntaxException {
        Path job = Path.of(
                Jobs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path jars = Files.createDirectories(folder.resolve("jars"));
        int classes = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path) && !path.equals(job)) {
                pack(path, jars.resolve("classes-%d.jar".formatted(classes++)));
            } else if (Files.isRegularFile(path)) {
                Files.createSymbolicLink(jars.resolve(path.getFileName()), path.toAbsolutePath());
            }
        }
        return new Libraries(folder, Files.isDirectory(job) ? pack(job, folder.resolve("jobs.jar")) : job);
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (Stream<Path> all = Files.walk(classes);
                OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            // folders too: some are looked for
            for (Path path : all.filter(path -> !path.equals(classes)).sorted().toList()) {
                boolean isFolder = Files.isDirectory(path);
                packed.putNextEntry(new JarEntry(classes.relativize(path) + (isFolder ? "/" : "")));
                if (!isFolder) {
                    Files.copy(path, packed);
                }
            }
        }
        return jar;
    }

    /** Removes the links: what they lead to is not this folder's. */
    @Override
    public void close() {
        try (Stream<Path> jars = Files.list(home.resolve("jars"))) {
            for (Path jar : jars.filter(Files::isSymbolicLink).toList()) {
                Files.delete(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't clear " + home, e);
        }
    }
}
