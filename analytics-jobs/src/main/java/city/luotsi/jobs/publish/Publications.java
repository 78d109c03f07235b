package city.luotsi.jobs.publish;

import city.luotsi.figures.query.Publication;
import city.luotsi.jobs.run.JobException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of publications. A file gets a name of its own; then {@code <number>.json} is created only if nobody else
 * has: nothing is overwritten, and of two runs one wins.
 */
public final class Publications {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int HASH_IN_NAME = 12;
    private static final String DRAFT = ".entry";
    private static final Pattern NAME = Pattern.compile("(\\d+)\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    public Publications(Path folder) {
        this.folder = folder;
    }

    /**
     * What {@code <number>.json} says.
     *
     * @param file name of the DuckDB file beside it
     * @param fingerprint of what it was made by, see {@link Edition}
     */
    public record Entry(
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
        Path draft = Files.createTempFile(folder, DRAFT, ".json");
        try {
            Files.writeString(
                    draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entry.json(edition.city())));
            // a hard link is created whole or not at all, and fails if the number is taken
            Files.createLink(entry(entry.number()), draft);
        } catch (FileAlreadyExistsException e) {
            Files.delete(file);
            throw new PublicationTaken(entry.number());
        } catch (IOException e) {
            Files.delete(file);
            throw e;
        } finally {
            Files.delete(draft);
        }
        return entry;
    }

    /** The highest one whose file is there. */
    public Optional<Entry> newest() throws IOException {
        return entries().stream().reduce((older, newer) -> newer);
    }

    /** Those whose file is there, the oldest first. */
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (long number : numbers()) {
            try {
                Entry entry = Entry.read(number, JSON.readTree(Files.readString(entry(number))));
                if (Files.isRegularFile(file(entry))) {
                    entries.add(entry);
                }
            } catch (JsonProcessingException | DateTimeParseException | NoSuchFileException e) {
                // no entry, whatever it is; an older one is better than none
            }
        }
        return entries;
    }

    /** The file of one, if its schema is today's. */
    Optional<Path> readable(Entry entry) {
        return entry.schema() == Publication.SCHEMA ? Optional.of(file(entry)) : Optional.empty();
    }

    /** The numbers of those that are kept whatever their age. */
    public Set<Long> pinned() throws IOException {
        Set<Long> pinned = new TreeSet<>();
        for (long number : numbers()) {
            if (Files.exists(pin(number))) {
                pinned.add(number);
            }
        }
        return pinned;
    }

    /**
     * Keeps one whatever its age, or no longer.
     *
     * @throws JobException if there is none of that number
     */
    public void pin(long number, boolean kept) throws IOException {
        List<Long> there = entries().stream().map(Entry::number).toList();
        if (!there.contains(number)) {
            throw new JobException("there is no publication %d; there are %s".formatted(number, there));
        }
        if (!kept) {
            Files.deleteIfExists(pin(number));
        } else if (!Files.exists(pin(number))) {
            Files.createFile(pin(number));
        }
    }

    /**
     * Removes what {@link Retention} doesn't keep and nobody reads, and files that no entry names. Nobody may be publishing
     * meanwhile.
     *
     * @return the numbers of those that are gone
     */
    public List<Long> clean(Instant now) throws IOException {
        List<Entry> entries = entries();
        Set<Long> kept = Retention.kept(entries, pinned(), now);
        List<Long> gone = new ArrayList<>();
        for (Entry entry : entries) {
            if (!kept.contains(entry.number()) && !isInUse(file(entry))) {
                // the entry first: what it names must be there
                Files.delete(entry(entry.number()));
                Files.delete(file(entry));
                gone.add(entry.number());
            }
        }
        sweep();
        return gone;
    }

    /** Removes what a killed run left: files that no entry names, drafts of entries. Nobody may be publishing meanwhile. */
    void sweep() throws IOException {
        Set<String> named = entries().stream().map(Entry::file).collect(Collectors.toSet());
        for (Path file : orphans(named)) {
            Files.delete(file);
        }
    }

    private List<Path> orphans(Set<String> named) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(DRAFT) || (name.endsWith(".duckdb") && !named.contains(name));
                    })
                    .toList();
        }
    }

    /** Whether another process has it open: DuckDB holds a lock on what it reads. */
    private static boolean isInUse(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private Path file(Entry entry) {
        return folder.resolve(entry.file());
    }

    private Path entry(long number) {
        return folder.resolve(number + ".json");
    }

    private Path pin(long number) {
        return folder.resolve(number + ".pin");
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
