package city.luotsi.dashboard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code <number>.json} says: which file is the publication, and how to know it is whole.
 *
 * @param sha256 of the file, in lower-case hexadecimal
 * @param createdAt empty if it isn't said, or not understood; so is completeThrough
 */
record Announcement(
        Path file, String sha256, int schema, Optional<Instant> createdAt, Optional<LocalDate> completeThrough) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws UnusablePublicationException if it is torn or says too little */
    static Announcement read(Path json) {
        JsonNode content;
        try {
            content = JSON.readTree(Files.readString(json));
        } catch (IOException e) {
            throw new UnusablePublicationException(json.getFileName() + " can't be read", e);
        } catch (JacksonException e) {
            // without where in the source that is, which the parser tells in its own terms
            throw new UnusablePublicationException(
                    "%s can't be read: %s".formatted(json.getFileName(), e.getOriginalMessage()));
        }
        String name = text(json, content, "file");
        if (!Path.of(name).getFileName().toString().equals(name)) {
            throw new UnusablePublicationException(json.getFileName() + " names a file of another folder: " + name);
        }
        return new Announcement(
                json.resolveSibling(name),
                text(json, content, "sha256").toLowerCase(Locale.ROOT),
                content.path("schema").asInt(0),
                parsed(content, "created_at", Instant::parse),
                parsed(content, "complete_through", LocalDate::parse));
    }

    private static <T> Optional<T> parsed(JsonNode content, String key, Function<String, T> parsing) {
        try {
            return Optional.of(parsing.apply(content.path(key).asString("")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** @throws UnusablePublicationException if the schema is another one, or the file isn't the one that was announced */
    void verify(int knownSchema) {
        if (schema != knownSchema) {
            throw new UnusablePublicationException(
                    "%s has schema %d; this dashboard reads schema %d".formatted(name(), schema, knownSchema));
        }
        if (!Files.isRegularFile(file)) {
            throw new UnusablePublicationException(name() + " is missing");
        }
        String found = hash();
        if (!found.equals(sha256)) {
            throw new UnusablePublicationException("%s isn't whole: its SHA-256 is %s…, announced was %s…"
                    .formatted(name(), start(found), start(sha256)));
        }
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }

    private String hash() {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(bytes, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UnusablePublicationException(name() + " can't be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String start(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    private static String text(Path json, JsonNode content, String key) {
        String value = content.path(key).asString("");
        if (value.isBlank()) {
            throw new UnusablePublicationException("%s doesn't say '%s'".formatted(json.getFileName(), key));
        }
        return value;
    }
}
