package city.luotsi.jobs.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The folder of publications. A file gets a name of its own; then {@code <number>.json} is created only if nobody else
 * has: nothing is overwritten, and of two runs one wins.
 */
final class Publications {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int HASH_IN_NAME = 12;

    private final Path folder;

    Publications(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a finished candidate the current publication.
     *
     * @return its number
     * @throws PublicationTaken if another run published meanwhile; the candidate is then not published
     */
    long publish(Path candidate, Edition edition, LocalDate completeThrough, long cells) throws IOException {
        long number = newest() + 1;
        String hash = sha256(candidate);
        String name = STAMP.format(edition.createdAt()) + "-" + hash.substring(0, HASH_IN_NAME) + ".duckdb";
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        Files.move(candidate, file);
        ObjectMapper json = new ObjectMapper();
        ObjectNode entry = json.createObjectNode()
                .put("file", name)
                .put("sha256", hash)
                .put("schema", city.luotsi.figures.query.Publication.SCHEMA)
                .put("city", edition.city())
                .put("created_at", edition.createdAt().toString())
                .put("complete_through", completeThrough.toString())
                .put("lake_version", edition.lakeVersion())
                .put("cells", cells);
        Path draft = Files.createTempFile(folder, ".entry", ".json");
        try {
            Files.writeString(draft, json.writerWithDefaultPrettyPrinter().writeValueAsString(entry));
            // a hard link is created whole or not at all, and fails if the number is taken
            Files.createLink(folder.resolve(number + ".json"), draft);
        } catch (FileAlreadyExistsException e) {
            Files.delete(file);
            throw new PublicationTaken(number);
        } finally {
            Files.delete(draft);
        }
        return number;
    }

    /** The highest number in the folder; 0 if there is none. */
    long newest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+\\.json"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, name.length() - ".json".length())))
                    .max()
                    .orElse(0);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
