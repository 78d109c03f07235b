package city.luotsi.jobs.demo;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Header;
import city.luotsi.figures.catalogue.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/**
 * A story that can be planted: one document of sql/demo/stories.yaml, which says what the keys mean.
 *
 * @param candidates by dimension of the slice, those of which the seed chooses one
 * @param earliest days before the end of the data
 * @param latest likewise
 * @param lastsDays empty: to the end of the data
 */
record Story(
        String id,
        Text title,
        Text cause,
        Effect effect,
        Map<String, List<String>> candidates,
        int earliest,
        int latest,
        Optional<Integer> lastsDays,
        double size,
        int shownAfterDays,
        String shownBy) {
    /** Before a story there must be so much of the usual for it to differ from. */
    private static final int USUAL_DAYS = 90;

    private static final String FILE = "demo/stories.yaml";
    private static final List<String> SLICE = List.of("service", "district", "channel", "feed");
    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "cause",
            "effect",
            "service",
            "district",
            "channel",
            "feed",
            "begins",
            "lasts",
            "size",
            "shown_after",
            "shown_by");

    Story {
        candidates = Map.copyOf(candidates);
    }

    /** @throws DefinitionException if a story says something impossible, with its line */
    static List<Story> all(Definitions definitions) {
        String yaml = definitions.text(FILE).orElseThrow(() -> new DefinitionException(FILE, "is missing"));
        List<Story> stories = new ArrayList<>();
        int line = 1;
        for (String document : yaml.split("(?m)^---\\n", -1)) {
            stories.add(of(Header.parse(FILE, document, line)));
            line += (int) document.lines().count() + 1;
        }
        return stories;
    }

    private static Story of(Header header) {
        header.allow(KEYS);
        Map<String, List<String>> candidates = new HashMap<>();
        SLICE.stream().filter(header::has).forEach(name -> candidates.put(name, header.list(name)));
        Effect effect = header.oneOf("effect", Effect.class);
        if (!candidates.containsKey(effect == Effect.SILENCE ? "feed" : "service")) {
            throw header.wrong("effect", "needs a list of services, or of feeds if it is silence");
        }
        List<String> begins = header.list("begins");
        if (begins.size() != 2 || !begins.stream().allMatch(days -> days.matches("\\d{1,4}"))) {
            throw header.wrong("begins", "needs the most and the least days before the end, like [140, 63]");
        }
        return new Story(
                header.text("id"),
                header.translated("title"),
                header.translated("cause"),
                effect,
                candidates,
                Integer.parseInt(begins.getFirst()),
                Integer.parseInt(begins.getLast()),
                header.has("lasts") ? Optional.of((int) header.number("lasts")) : Optional.empty(),
                header.has("size") ? header.number("size") : 0,
                (int) header.number("shown_after"),
                header.text("shown_by"));
    }

    /**
     * Where it stands for a seed: empty if the city has none of what it needs, or the data is too short for it.
     *
     * @param names by dimension of the slice, the names of what the city has, by id
     * @param traffic how many requests a service has on a day, where a usual day has 1
     */
    Optional<PlantedStory> plant(
            DemoSettings settings,
            Map<String, Map<String, Text>> names,
            ToDoubleBiFunction<String, LocalDate> traffic) {
        Map<String, String> slice = new LinkedHashMap<>();
        for (String dimension : SLICE) {
            List<String> listed = candidates.getOrDefault(dimension, List.of());
            List<String> known = listed.stream()
                    .filter(names.getOrDefault(dimension, Map.of())::containsKey)
                    .toList();
            if (!known.isEmpty()) {
                slice.put(dimension, known.get((int) Math.floorMod(settings.seed() - 1, (long) known.size())));
            } else if (!listed.isEmpty()) {
                return Optional.empty();
            }
        }
        LocalDate from = settings.until().minusDays(new Dice(settings.seed()).between(latest, earliest, id));
        if (effect != Effect.SILENCE) {
            from = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        if (from.minusDays(USUAL_DAYS).isBefore(settings.from())) {
            return Optional.empty();
        }
        LocalDate last = from.plusDays(lastsDays.orElse(Integer.MAX_VALUE) - 1L);
        return Optional.of(new PlantedStory(
                id,
                told(title, slice, names),
                told(cause, slice, names),
                effect,
                slice,
                from,
                last.isAfter(settings.until()) ? settings.until() : last,
                size,
                shownFrom(from, slice, traffic),
                shownBy));
    }

    /** Many requests are seen by requests: out of season, and at Christmas, three days bring fewer than usual. */
    private LocalDate shownFrom(
            LocalDate from, Map<String, String> slice, ToDoubleBiFunction<String, LocalDate> traffic) {
        if (effect != Effect.REQUESTS) {
            return from.plusDays(shownAfterDays);
        }
        LocalDate day = from;
        for (double seen = 0; seen < shownAfterDays; day = day.plusDays(1)) {
            seen += traffic.applyAsDouble(slice.get("service"), day);
        }
        return day;
    }

    private static Text told(Text text, Map<String, String> slice, Map<String, Map<String, Text>> names) {
        Map<String, String> told = new HashMap<>();
        text.byLanguage().forEach((language, sentence) -> {
            String with = sentence;
            for (Map.Entry<String, String> part : slice.entrySet()) {
                Text name = names.getOrDefault(part.getKey(), Map.of())
                        .getOrDefault(part.getValue(), Text.of(part.getValue(), part.getValue(), part.getValue()));
                with = with.replace("{" + part.getKey() + "}", name.in(Locale.of(language)));
            }
            told.put(language, with);
        });
        return new Text(told);
    }
}
