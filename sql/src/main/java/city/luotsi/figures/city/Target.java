package city.luotsi.figures.city;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a KPI should reach.
 *
 * @param department empty: the whole city
 * @param from the first day it holds
 * @param value in the KPI's unit; shares as 0..1
 * @param decision who decided it, and when
 */
public record Target(String kpi, Optional<String> department, LocalDate from, double value, String decision) {}
