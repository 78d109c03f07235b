package city.luotsi.dashboard.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Pattern SAID =
            Pattern.compile("\\bsay\\(\\s*(?:\\w+ \\? )?\"([^\"]+)\"(?: : \"([^\"]+)\")?(\\s*\\+)?");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void every_language_has_the_same_texts() {
        assertThat(keys("fi")).isEqualTo(keys("en"));
        assertThat(keys("sv")).isEqualTo(keys("en"));
    }

    @Test
    void no_text_is_missing_or_empty() {
        for (Locale language : Wording.LANGUAGES) {
            ResourceBundle texts = bundle(language.getLanguage());
            assertThat(keys(language.getLanguage()))
                    .allSatisfy(key -> assertThat(texts.getString(key)).isNotBlank());
        }
    }

    @Test
    void every_text_that_the_code_says_exists() {
        assertThat(said()).isNotEmpty();
        assertThat(keys("en")).containsAll(said());
    }

    @Test
    void the_same_places_are_filled_in_every_language() {
        Pattern place = Pattern.compile("\\{\\d}");
        for (String key : keys("en")) {
            Set<String> english = places(place, bundle("en").getString(key));
            assertThat(places(place, bundle("fi").getString(key))).as(key).isEqualTo(english);
            assertThat(places(place, bundle("sv").getString(key))).as(key).isEqualTo(english);
        }
    }

    @Test
    void a_language_that_is_not_spoken_becomes_English() {
        assertThat(Wording.in(Locale.JAPANESE).language()).isEqualTo("en");
        assertThat(Wording.in(Locale.of("fi", "FI")).language()).isEqualTo("fi");
    }

    @Test
    void an_unknown_text_is_told_by_its_key() {
        assertThatThrownBy(() -> Wording.in(Locale.ENGLISH).say("no.such.text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no text 'no.such.text' in en");
    }

    private static Set<String> places(Pattern place, String text) {
        return place.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(bundle(language).keySet());
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "vaadin-i18n.translations",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The keys in the code, without those that are put together while running. */
    private static Set<String> said() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            Set<String> said = new TreeSet<>();
            for (Path source : sources) {
                SAID.matcher(Files.readString(source))
                        .results()
                        .filter(found -> found.group(3) == null)
                        .forEach(found -> {
                            said.add(found.group(1));
                            if (found.group(2) != null) {
                                said.add(found.group(2));
                            }
                        });
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException("the sources can't be read", e);
        }
    }
}
