package city.luotsi.dashboard.snapshot;

import java.time.Instant;

/**
 * A run of the jobs that lives.
 *
 * @param verb ingest, refresh or demo
 * @param since when it began
 * @param doing what it is at, in the job's own words such as "adding up service_step_cells"; empty if it didn't say yet
 */
public record RunUnderWay(String verb, Instant since, String doing) {}
