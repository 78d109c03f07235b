package city.luotsi.jobs.source;

import java.nio.file.Path;

/**
 * An original in landing.
 *
 * @param name what the operator called it, for messages
 * @param hash SHA-256 of its content, in hexadecimal
 * @param isNew whether this run put it there
 */
public record Landed(String name, Path path, String hash, Format format, boolean isNew) {}
