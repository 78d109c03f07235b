package city.luotsi.jobs.demo;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.city.PackTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The profiles of a pack's services: from its demo.csv, or guessed where it has none. */
final class ServiceProfiles {
    private static final String[] COLUMNS = {
        "service", "feed", "share", "wait_days", "wait_sigma", "due_days", "digital_start", "digital_end", "app",
                "phone",
        "proactive", "season", "week", "answers", "satisfied", "cost", "unfinished", "refused", "repeat", "anonymous"
    };

    private ServiceProfiles() {}

    /** @throws DefinitionException if demo.csv is wrong, with its line */
    static List<ServiceProfile> of(CityPack pack, Definitions definitions, DemandCalendar calendar) {
        String file = "city/%s/demo.csv".formatted(pack.id());
        if (definitions.locate(file).isEmpty()) {
            return pack.members("service").stream().map(ServiceProfiles::guess).toList();
        }
        List<String> ages = pack.members("age_group").stream().map(Member::id).toList();
        Set<String> services = pack.members("service").stream().map(Member::id).collect(Collectors.toSet());
        List<ServiceProfile> profiles = PackTable.read(definitions, file, COLUMNS)
                .map(row -> {
                    ServiceProfile profile = read(row, ages);
                    if (!services.contains(profile.service())) {
                        throw new IllegalArgumentException("unknown service '%s'".formatted(profile.service()));
                    }
                    calendar.require(profile.season(), profile.week());
                    return profile;
                });
        Set<String> profiled = profiles.stream().map(ServiceProfile::service).collect(Collectors.toSet());
        if (profiled.size() < profiles.size() || !profiled.equals(services)) {
            throw new DefinitionException(
                    file,
                    "must have each service of service.csv once; it lacks %s".formatted(lacking(services, profiled)));
        }
        return profiles;
    }

    private static Set<String> lacking(Set<String> services, Set<String> profiled) {
        return services.stream().filter(service -> !profiled.contains(service)).collect(Collectors.toSet());
    }

    private static ServiceProfile read(PackTable.Row row, List<String> ages) {
        Map<String, Double> ageWeights = new HashMap<>();
        ages.forEach(age -> ageWeights.put(age, row.number(age)));
        return new ServiceProfile(
                row.text("service"),
                row.text("feed"),
                row.number("share"),
                row.number("wait_days"),
                row.number("wait_sigma"),
                row.optional("due_days").isPresent()
                        ? OptionalInt.of((int) row.number("due_days"))
                        : OptionalInt.empty(),
                row.number("digital_start"),
                row.number("digital_end"),
                row.number("app"),
                row.number("phone"),
                row.number("proactive"),
                row.text("season"),
                row.text("week"),
                row.number("answers"),
                row.number("satisfied"),
                optional(row, "cost"),
                row.number("unfinished"),
                optional(row, "refused"),
                row.number("repeat"),
                row.number("anonymous"),
                ageWeights);
    }

    private static OptionalDouble optional(PackTable.Row row, String column) {
        return row.optional(column).isPresent() ? OptionalDouble.of(row.number(column)) : OptionalDouble.empty();
    }

    /**
     * For a pack without demo.csv: the first services of the pack dominate, as its order says; the rest is the same for
     * every seed, by the service's name.
     */
    private static ServiceProfile guess(Member service) {
        Dice dice = new Dice(service.id().hashCode());
        double waitDays = 0.15 * Math.pow(200, dice.chance("wait", 0));
        double digital = 0.4 + 0.35 * dice.chance("digital", 0);
        return new ServiceProfile(
                service.id(),
                service.parent().orElseThrow(),
                1 / Math.pow(service.position() + 1.5, 1.25),
                waitDays,
                0.6 + 0.4 * dice.chance("spread", 0),
                OptionalInt.of((int) Math.ceil(waitDays * (2 + dice.chance("due", 0)))),
                digital,
                digital + 0.15,
                0.2 + 0.3 * dice.chance("app", 0),
                0.8,
                0,
                "steady",
                "report",
                0.08,
                0.45 + 0.4 * dice.chance("satisfied", 0),
                OptionalDouble.of(8 * Math.pow(25, dice.chance("cost", 0))),
                0.04,
                OptionalDouble.empty(),
                0.12,
                0.2,
                Map.of());
    }
}
