package city.luotsi.jobs.publish;

import city.luotsi.figures.query.Publication;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of publications. A file gets a name of its own; then {@code <number>.json} is created only if nobody else
 * has: nothing is overwritten, and of two runs one wins.
 */
final class Publications {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int HASH_IN_NAME = 12;
    private static final Pattern NAME = Pattern.compile("(\\d+)\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    Publications(Path folder) {
        this.folder = folder;
    }

    /**
     * What {@code <number>.json} says.
     *
     * @param file name of the DuckDB file beside it
     * @param fingerprint of what it was made by, see {@link Edition}
     */
    record Entry(
            long number,
            String file,
            String sha256,
            int schema,
            Instant createdAt,
            LocalDate completeThrough,
            long lakeVersion,
            long cells,
            String fingerprint) {

        /** Whether an edition would say what this says. */
        boolean isOf(Edition edition) {
            return schema == Publication.SCHEMA
                    && lakeVersion == edition.lakeVersion()
                    && fingerprint.equals(edition.fingerprint());
        }

        static Entry read(long number, JsonNode json) {
            return new Entry(
                    number,
                    json.path("file").asText(),
                    json.path("sha256").asText(),
                    json.path("schema").asInt(),
                    Instant.parse(json.path("created_at").asText()),
                    LocalDate.parse(json.path("complete_through").asText()),
                    json.path("lake_version").asLong(),
                    json.path("cells").asLong(),
                    json.path("fingerprint").asText());
        }

        ObjectNode json(String city) {
            return JSON.createObjectNode()
                    .put("file", file)
                    .put("sha256", sha256)
                    .put("schema", schema)
                    .put("city", city)
                    .put("created_at", createdAt.toString())
                    .put("complete_through", completeThrough.toString())
                    .put("lake_version", lakeVersion)
                    .put("cells", cells)
                    .put("fingerprint", fingerprint);
        }
    }

    /**
     * Makes a finished candidate the current publication.
     *
     * @throws PublicationTaken if another run published meanwhile; the candidate is then not published
     */
    Entry publish(Path candidate, Edition edition, LocalDate completeThrough, long cells) throws IOException {
        String hash = sha256(candidate);
        Entry entry = new Entry(
                numbers().stream().mapToLong(Long::longValue).max().orElse(0) + 1,
                STAMP.format(edition.createdAt()) + "-" + hash.substring(0, HASH_IN_NAME) + ".duckdb",
                hash,
                Publication.SCHEMA,
                edition.createdAt(),
                completeThrough,
                edition.lakeVersion(),
                cells,
                edition.fingerprint());
        Files.createDirectories(folder);
        Path file = folder.resolve(entry.file());
        Files.move(candidate, file);
        Path draft = Files.createTempFile(folder, ".entry", ".json");
        try {
            Files.writeString(
                    draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entry.json(edition.city())));
            // a hard link is created whole or not at all, and fails if the number is taken
            Files.createLink(folder.resolve(entry.number() + ".json"), draft);
        } catch (FileAlreadyExistsException e) {
            Files.delete(file);
            throw new PublicationTaken(entry.number());
        } finally {
            Files.delete(draft);
        }
        return entry;
    }

    /** The highest one whose file is there. */
    Optional<Entry> newest() throws IOException {
        for (long number : numbers().reversed()) {
            try {
                Entry entry = Entry.read(number, JSON.readTree(Files.readString(folder.resolve(number + ".json"))));
                if (Files.isRegularFile(folder.resolve(entry.file()))) {
                    return Optional.of(entry);
                }
            } catch (JsonProcessingException | DateTimeParseException e) {
                // no entry, whatever it is; an older one is better than none
            }
        }
        return Optional.empty();
    }

    private List<Long> numbers() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(name -> Long.valueOf(name.group(1)))
                    .sorted()
                    .toList();
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
