package city.luotsi.jobs.demo;

import city.luotsi.figures.catalogue.Text;
import city.luotsi.jobs.run.JobException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a demonstration city is made by, and the stories that stand in it: the file {@code <city>/stories.json}, written when all its
 * events are in the lake.
 *
 * @param definitions a hash of the files it is made from: other profiles make other events
 */
public record Recipe(DemoSettings settings, String definitions, List<PlantedStory> stories) {
    private static final ObjectMapper JSON = new ObjectMapper().configure(SerializationFeature.INDENT_OUTPUT, true);

    public Recipe {
        stories = List.copyOf(stories);
    }

    /** Empty if no demonstration city was made. */
    public static Optional<Recipe> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode tree = JSON.readTree(Files.readString(file));
            List<PlantedStory> stories = new ArrayList<>();
            for (JsonNode story : tree.path("stories")) {
                stories.add(story(story));
            }
            DemoSettings settings = new DemoSettings(
                    tree.path("events").asLong(),
                    tree.path("seed").asLong(),
                    day(tree, "until"),
                    tree.path("years").asInt(),
                    DemoSettings.Telling.valueOf(tree.path("told").asText().toUpperCase(Locale.ROOT)));
            return Optional.of(new Recipe(settings, tree.path("definitions").asText(), stories));
        } catch (IOException | RuntimeException e) {
            throw new JobException(
                    "%s can't be read as the stories of a demonstration city; move it away".formatted(file), e);
        }
    }

    /** Written whole or not at all. */
    void write(Path file) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("demonstration", true);
        tree.put("events", settings.events());
        tree.put("seed", settings.seed());
        tree.put("until", settings.until().toString());
        tree.put("years", settings.years());
        tree.put("told", settings.stories().name().toLowerCase(Locale.ROOT));
        tree.put("definitions", definitions);
        tree.set("stories", JSON.valueToTree(stories.stream().map(Recipe::tree).toList()));
        try {
            Path part = file.resolveSibling("." + file.getFileName() + ".part");
            Files.writeString(part, JSON.writeValueAsString(tree) + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new JobException("can't write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static ObjectNode tree(PlantedStory story) {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("id", story.id());
        tree.set("title", JSON.valueToTree(new TreeMap<>(story.title().byLanguage())));
        tree.set("cause", JSON.valueToTree(new TreeMap<>(story.cause().byLanguage())));
        tree.put("effect", story.effect().name().toLowerCase(Locale.ROOT));
        tree.set("slice", JSON.valueToTree(new TreeMap<>(story.slice())));
        tree.put("from", story.from().toString());
        tree.put("to", story.to().toString());
        tree.put("size", story.size());
        tree.put("shown_from", story.shownFrom().toString());
        tree.put("shown_by", story.shownBy());
        return tree;
    }

    private static PlantedStory story(JsonNode tree) {
        return new PlantedStory(
                tree.path("id").asText(),
                new Text(texts(tree.path("title"))),
                new Text(texts(tree.path("cause"))),
                Effect.valueOf(tree.path("effect").asText().toUpperCase(Locale.ROOT)),
                texts(tree.path("slice")),
                day(tree, "from"),
                day(tree, "to"),
                tree.path("size").asDouble(),
                day(tree, "shown_from"),
                tree.path("shown_by").asText());
    }

    private static Map<String, String> texts(JsonNode tree) {
        Map<String, String> texts = new TreeMap<>();
        tree.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static LocalDate day(JsonNode tree, String key) {
        return LocalDate.parse(tree.path(key).asText());
    }
}
