package city.luotsi.jobs.publish;

import city.luotsi.figures.query.Publication;
import city.luotsi.jobs.run.JobException;
import city.luotsi.jobs.run.JobFolders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

/**
 * A city's publications. A file gets a name of its own; then {@code <number>.json} is created only if nobody else has:
 * nothing is overwritten, and of two runs one wins.
 */
public final class Publications {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int HASH_IN_NAME = 12;
    private static final String FILE = ".duckdb";
    private static final Pattern NAME = Pattern.compile("(\\d+)\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PublicationFiles files;

    Publications(PublicationFiles files) {
        this.files = files;
    }

    /** Those of a folder. */
    public Publications(Path folder) {
        this(new LocalFiles(folder));
    }

    /** Those of a city, wherever they lie. */
    public static Publications of(JobFolders folders, String city) {
        return folders.storedPublications(city)
                .map(there -> new Publications(new StoredFiles(there)))
                .orElseGet(() -> new Publications(folders.publications(city)));
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

        String text(String city) throws JsonProcessingException {
            ObjectNode json = JSON.createObjectNode()
                    .put("file", file)
                    .put("sha256", sha256)
                    .put("schema", schema)
                    .put("city", city)
                    .put("created_at", createdAt.toString())
                    .put("complete_through", completeThrough.toString())
                    .put("lake_version", lakeVersion)
                    .put("cells", cells)
                    .put("fingerprint", fingerprint);
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
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
                numbers(files.names()).stream().mapToLong(Long::longValue).max().orElse(0) + 1,
                STAMP.format(edition.createdAt()) + "-" + hash.substring(0, HASH_IN_NAME) + FILE,
                hash,
                Publication.SCHEMA,
                edition.createdAt(),
                completeThrough,
                edition.lakeVersion(),
                cells,
                edition.fingerprint());
        files.put(candidate, entry.file());
        boolean isOurs;
        try {
            isOurs = files.create(entry(entry.number()), entry.text(edition.city()));
        } catch (IOException e) {
            try {
                withdraw(entry);
            } catch (IOException unreachable) {
                // a later run sweeps it
                e.addSuppressed(unreachable);
            }
            throw e;
        }
        if (!isOurs) {
            withdraw(entry);
            throw new PublicationTaken(entry.number());
        }
        return entry;
    }

    /** Deletes a file that didn't get its number, unless an entry names it after all. */
    private void withdraw(Entry entry) throws IOException {
        if (entries().stream().map(Entry::file).noneMatch(entry.file()::equals)) {
            files.delete(entry.file());
        }
    }

    /** What an entry says, as it is written. */
    String text(long number) throws IOException {
        return files.read(entry(number));
    }

    /** The highest one whose file is there. */
    public Optional<Entry> newest() throws IOException {
        return entries().stream().reduce((older, newer) -> newer);
    }

    /** Those whose file is there, the oldest first. */
    public List<Entry> entries() throws IOException {
        Set<String> names = files.names();
        List<Entry> entries = new ArrayList<>();
        for (long number : numbers(names)) {
            try {
                Entry entry = Entry.read(number, JSON.readTree(files.read(entry(number))));
                if (names.contains(entry.file())) {
                    entries.add(entry);
                }
            } catch (JsonProcessingException | DateTimeParseException | NoSuchFileException e) {
                // no entry, whatever it is; an older one is better than none
            }
        }
        return entries;
    }

    /**
     * The file of one, if its schema is today's.
     *
     * @param work a folder for a copy, if one is needed
     * @throws JobException if it is damaged: what it hid must be known to the next one
     */
    public Optional<Path> readable(Entry entry, Path work) throws IOException {
        if (entry.schema() != Publication.SCHEMA) {
            return Optional.empty();
        }
        Path file = files.local(entry.file(), work);
        if (!sha256(file).equals(entry.sha256())) {
            throw new JobException(
                    "publication %d is damaged, and what it hid must stay hidden: put its file %s back from a copy; if there is none, delete it, and the next publication won't know"
                            .formatted(entry.number(), entry.file()));
        }
        return Optional.of(file);
    }

    /** The numbers of those that are kept whatever their age. */
    public Set<Long> pinned() throws IOException {
        Set<String> names = files.names();
        Set<Long> pinned = new TreeSet<>();
        for (long number : numbers(names)) {
            if (names.contains(pin(number))) {
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
        if (kept) {
            files.create(pin(number), "");
        } else {
            files.delete(pin(number));
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
            if (!kept.contains(entry.number()) && remove(entry)) {
                gone.add(entry.number());
            }
        }
        sweep(now);
        return gone;
    }

    /** @return false if somebody is reading it: it stays */
    boolean remove(Entry entry) throws IOException {
        if (files.isInUse(entry.file())) {
            return false;
        }
        // the entry first: what it names must be there
        files.delete(entry(entry.number()));
        files.delete(entry.file());
        return true;
    }

    /** Removes what a killed run left: files that no entry names, drafts of entries. Nobody may be publishing meanwhile. */
    void sweep(Instant now) throws IOException {
        Set<String> named = entries().stream().map(Entry::file).collect(Collectors.toSet());
        files.sweep(
                files.names().stream()
                        .filter(name -> name.endsWith(FILE) && !named.contains(name))
                        .collect(Collectors.toSet()),
                now);
    }

    private static String entry(long number) {
        return number + ".json";
    }

    private static String pin(long number) {
        return number + ".pin";
    }

    private static List<Long> numbers(Set<String> names) {
        return names.stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> Long.valueOf(name.group(1)))
                .sorted()
                .toList();
    }

    static String sha256(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
