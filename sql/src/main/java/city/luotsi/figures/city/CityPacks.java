package city.luotsi.figures.city;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Header;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads city packs from {@code city/<id>/}. */
public final class CityPacks {
    private static final String NAMES = "name_en";
    private final Definitions definitions;

    public CityPacks(Definitions definitions) {
        this.definitions = definitions;
    }

    public List<String> ids() {
        return definitions.folders("city");
    }

    /** @throws DefinitionException if there is no such pack, or a file of it is wrong (with file and line) */
    public CityPack read(String id) {
        String folder = "city/" + id + "/";
        String yaml = definitions
                .text(folder + "city.yaml")
                .orElseThrow(() -> new DefinitionException(
                        "city '" + id + "'",
                        "is unknown; known are %s, or add %scity.yaml with --sql".formatted(ids(), folder)));
        Header header = Header.ofYaml(
                folder + "city.yaml",
                yaml,
                Set.of("name", "zone", "currency", "feeds", "headline", "polygons", "sources"));
        Map<String, List<Member>> members = new LinkedHashMap<>();
        members.put("department", members(folder + "department.csv", "department", Optional.empty()));
        members.put("service", members(folder + "service.csv", "service", Optional.of("department")));
        members.put("major_district", members(folder + "major_district.csv", "major_district", Optional.empty()));
        members.put("district", members(folder + "district.csv", "district", Optional.of("major_district")));
        members.put("age_group", members(folder + "age_group.csv", "age_group", Optional.empty()));
        members.put("channel", members("dimension/channel.csv", "channel", Optional.empty()));
        requireParents(folder + "service.csv", "service", "department", members);
        requireParents(folder + "district.csv", "district", "major_district", members);
        Map<String, List<Code>> codes = new LinkedHashMap<>();
        for (String dimension : List.of("service", "department", "district")) {
            codes.put(dimension, codes(folder + dimension + "_code.csv", dimension, ids(members, dimension)));
        }
        return new CityPack(
                id,
                header.translated("name"),
                zone(header),
                header.text("currency"),
                header.list("feeds"),
                header.list("headline"),
                polygons(header),
                header.list("sources"),
                members,
                codes,
                population(folder + "population.csv", members),
                owners(folder + "kpi.csv"),
                targets(folder + "target.csv", ids(members, "department")),
                holidays(folder + "holiday.csv"),
                priorities(folder + "priority.csv", ids(members, "service")));
    }

    private List<Member> members(String path, String dimension, Optional<String> parent) {
        PackTable table = PackTable.read(definitions, path, dimension, NAMES, "name_fi", "name_sv");
        Set<String> seen = new HashSet<>();
        return table.map(row -> {
            if (!seen.add(row.text(dimension))) {
                throw new IllegalArgumentException("'%s' stands twice".formatted(row.text(dimension)));
            }
            boolean placed = dimension.equals("district");
            return new Member(
                    row.text(dimension),
                    parent.map(row::text),
                    row.index(),
                    row.name(),
                    dimension.equals("service") ? Optional.of(confidentiality(row)) : Optional.empty(),
                    placed ? OptionalDouble.of(row.number("lon")) : OptionalDouble.empty(),
                    placed ? OptionalDouble.of(row.number("lat")) : OptionalDouble.empty());
        });
    }

    private static Confidentiality confidentiality(PackTable.Row row) {
        String value = row.text("confidentiality");
        for (Confidentiality known : Confidentiality.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(value)) {
                return known;
            }
        }
        throw new IllegalArgumentException(
                "'confidentiality' is '%s'; known are open, personal, sensitive".formatted(value));
    }

    private static void requireParents(String path, String dimension, String parent, Map<String, List<Member>> all) {
        Set<String> known = ids(all, parent);
        for (Member member : all.getOrDefault(dimension, List.of())) {
            if (!known.contains(member.parent().orElseThrow())) {
                throw new DefinitionException(
                        path,
                        "'%s' belongs to '%s', which is not listed"
                                .formatted(member.id(), member.parent().orElseThrow()));
            }
        }
    }

    private List<Code> codes(String path, String dimension, Set<String> known) {
        if (definitions.locate(path).isEmpty()) {
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        return PackTable.read(definitions, path, "feed", "code", dimension).map(row -> {
            String id = row.text(dimension);
            if (!known.contains(id)) {
                throw new IllegalArgumentException("unknown %s '%s'".formatted(dimension, id));
            }
            Code code = new Code(row.text("feed"), row.text("code"), id);
            if (!seen.add(code.source() + "\n" + code.code())) {
                throw new IllegalArgumentException("code '%s' stands twice".formatted(code.code()));
            }
            return code;
        });
    }

    private List<Residents> population(String path, Map<String, List<Member>> members) {
        Set<String> districts = ids(members, "district");
        Set<String> ages = ids(members, "age_group");
        return PackTable.read(definitions, path, "year", "district", "age_group", "residents")
                .map(row -> {
                    requireListed("district", row.optional("district"), districts);
                    requireListed("age_group", row.optional("age_group"), ages);
                    return new Residents(
                            (int) row.number("year"), row.optional("district"), row.optional("age_group"), (long)
                                    row.number("residents"));
                });
    }

    private Map<String, String> owners(String path) {
        Map<String, String> owners = new LinkedHashMap<>();
        PackTable.read(definitions, path, "kpi", "owner")
                .map(row -> owners.put(row.text("kpi"), row.text("owner")) == null);
        return owners;
    }

    private List<Target> targets(String path, Set<String> known) {
        return PackTable.read(definitions, path, "kpi", "department", "from", "value", "decision")
                .map(row -> {
                    requireListed("department", row.optional("department"), known);
                    return new Target(
                            row.text("kpi"),
                            row.optional("department"),
                            LocalDate.parse(row.text("from")),
                            row.number("value"),
                            row.text("decision"));
                });
    }

    private List<Holiday> holidays(String path) {
        return PackTable.read(definitions, path, "day", NAMES, "name_fi", "name_sv")
                .map(row -> new Holiday(LocalDate.parse(row.text("day")), row.name()));
    }

    private List<Priority> priorities(String path, Set<String> services) {
        if (definitions.locate(path).isEmpty()) {
            return List.of();
        }
        return PackTable.read(definitions, path, "service", "kpi", "priority").map(row -> {
            requireListed("service", row.optional("service"), services);
            return new Priority(row.optional("service"), row.optional("kpi"), row.number("priority"));
        });
    }

    private static Set<String> ids(Map<String, List<Member>> members, String dimension) {
        return members.getOrDefault(dimension, List.of()).stream()
                .map(Member::id)
                .collect(Collectors.toSet());
    }

    private static void requireListed(String column, Optional<String> value, Set<String> known) {
        if (value.isPresent() && !known.contains(value.get())) {
            throw new IllegalArgumentException("unknown %s '%s'".formatted(column, value.get()));
        }
    }

    private static ZoneId zone(Header header) {
        try {
            return ZoneId.of(header.text("zone"));
        } catch (DateTimeException e) {
            throw header.wrong("zone", "is not a time zone such as Europe/Helsinki: " + header.text("zone"));
        }
    }

    private static Optional<Polygons> polygons(Header header) {
        Map<String, String> polygons = header.map("polygons");
        if (polygons.isEmpty()) {
            return Optional.empty();
        }
        if (!polygons.keySet().equals(Set.of("file", "property"))) {
            throw header.wrong("polygons", "needs file and property, has " + polygons.keySet());
        }
        return Optional.of(new Polygons(polygons.getOrDefault("file", ""), polygons.getOrDefault("property", "")));
    }
}
