package city.luotsi.figures.city;

import city.luotsi.figures.catalogue.Ordered;
import city.luotsi.figures.catalogue.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is particular to a city. Another city inherits none of it.
 *
 * @param id for example {@code helsinki}
 * @param feeds the sources it takes
 * @param headline the KPIs of the overview, in order
 * @param members by dimension: department, service, major_district, district, channel, age_group
 * @param codes by dimension: service, department, district
 * @param owners by KPI
 * @param priorities what the city cares for more, or less, than for the rest
 */
public record CityPack(
        String id,
        Text name,
        ZoneId zone,
        String currency,
        List<String> feeds,
        List<String> headline,
        Optional<Polygons> polygons,
        List<String> sources,
        Map<String, List<Member>> members,
        Map<String, List<Code>> codes,
        List<Residents> population,
        Map<String, String> owners,
        List<Target> targets,
        List<Holiday> holidays,
        List<Priority> priorities) {

    public CityPack {
        feeds = List.copyOf(feeds);
        headline = List.copyOf(headline);
        sources = List.copyOf(sources);
        members = Ordered.copyOf(members);
        codes = Ordered.copyOf(codes);
        population = List.copyOf(population);
        owners = Ordered.copyOf(owners);
        targets = List.copyOf(targets);
        holidays = List.copyOf(holidays);
        priorities = List.copyOf(priorities);
    }

    public List<Member> members(String dimension) {
        return members.getOrDefault(dimension, List.of());
    }
}
