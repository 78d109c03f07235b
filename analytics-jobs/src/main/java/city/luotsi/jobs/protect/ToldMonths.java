package city.luotsi.jobs.protect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * From what a publication's confidential services were told, by subject and kind of table (
 * {@code service_step cell}) and month (ISO date of its first day). A month from
 * which nothing has changed since is told as it was. Never to be published: whoever has it could try out what is hidden.
 */
public record ToldMonths(Map<String, Map<String, Month>> byKind) {
    public static final ToldMonths NONE = new ToldMonths(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    public ToldMonths {
        byKind = Map.copyOf(byKind);
    }

    /**
     * @param fingerprint of its cells before anything is hidden, and of the rules by which it is
     * @param unprotected hidden numbers for which a narrower range than k can be computed
     */
    public record Month(String fingerprint, long unprotected) {}

    /** @param publication SHA-256 of the file that was made of it */
    private record Kept(String publication, Map<String, Map<String, Month>> byKind) {}

    Map<String, Month> of(String kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    /**
     * What was kept of a publication.
     *
     * @param publication SHA-256 of its file
     * @return {@link #NONE} if there is nothing, or something of another one: then every month is told anew
     */
    public static ToldMonths read(Path file, String publication) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Kept.class))
                    .filter(kept -> kept.publication().equals(publication))
                    .map(kept -> new ToldMonths(kept.byKind()))
                    .orElse(NONE);
        } catch (NoSuchFileException | JsonProcessingException e) {
            return NONE;
        }
    }

    /** Appears whole or not at all; {@code draft} must be on the same disk. */
    public void write(Path file, String publication, Path draft) throws IOException {
        Files.writeString(draft, JSON.writeValueAsString(new Kept(publication, byKind)));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
