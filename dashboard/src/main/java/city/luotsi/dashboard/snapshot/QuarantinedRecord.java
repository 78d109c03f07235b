package city.luotsi.dashboard.snapshot;

/**
 * A record that could not be taken.
 *
 * @param file the hash of its file's content, its name in landing
 * @param source the definition it was read by
 * @param record its place in the file, from 1
 * @param original as it was, as far as it could be read
 */
public record QuarantinedRecord(String file, String source, long record, String reason, String original) {}
