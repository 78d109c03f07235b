package city.luotsi.figures.query;

import java.util.Optional;

/**
 * A service whose small groups are hidden.
 *
 * @param department that carries it out; empty: unknown
 * @param k the smallest group that is shown
 */
public record ConfidentialService(String service, Optional<String> department, int k) {}
