package city.luotsi.jobs.publish;

import java.time.Instant;

/**
 * What is about to be published.
 *
 * @param city the city's id, with {@code -demo} for a demonstration city
 * @param lakeVersion the version of the lake it was computed from
 */
record Edition(String city, boolean demonstration, Instant createdAt, long lakeVersion) {}
