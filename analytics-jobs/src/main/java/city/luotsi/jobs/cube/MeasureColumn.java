package city.luotsi.jobs.cube;

/**
 * Where a KPI's number stands in the published tables of its subject.
 *
 * @param role value, numerator, denominator, since, counted or rows; {@code measure} for buckets and sketches
 * @param column the table's column; for buckets and sketches the name in their {@code measure} column
 */
public record MeasureColumn(String kpi, String role, String subject, String column) {}
