package city.luotsi.figures.query;

import java.time.LocalDate;

/**
 * A system that events come from.
 *
 * @param source the file under {@code sql/source/} that reads it
 * @param completeThrough its last full day
 */
public record Feed(String feed, String source, long events, LocalDate firstDay, LocalDate completeThrough) {}
