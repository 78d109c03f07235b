package city.luotsi.dashboard.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours of luotsi-tokens.css, computed: on both grounds, in print, and as people with other eyes see them. */
class TokensTest {
    private static final double TEXT = 4.5;
    private static final double MARK = 3;
    /** Less lies between two greys that are told apart side by side: about five steps of the scale of lightness. */
    private static final double NEIGHBOURS = 1.25;
    /** In CIELAB; 2 is just noticeable side by side, 20 is another colour at a glance. */
    private static final double ANOTHER_COLOUR = 20;

    private static final List<String> GROUNDS = List.of("ground", "surface", "raised");
    private static final String SOFT = "-soft";
    /** The source: the build makes it smaller. */
    private static final Path CSS = Path.of("src/main/resources/META-INF/resources/luotsi-tokens.css");

    private static final Pattern TOKEN =
            Pattern.compile("--luotsi-([\\w-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");

    enum Scheme {
        LIGHT,
        DARK
    }

    @ParameterizedTest
    @EnumSource
    void text_can_be_read_on_every_ground(Scheme scheme) {
        Map<String, Colour> colours = colours(scheme);
        for (String ground : GROUNDS) {
            for (String text : List.of("ink", "ink-soft", "accent", "good", "bad")) {
                legible(colours, text, ground, TEXT);
            }
        }
        for (String meaning : List.of("accent", "good", "bad", "demo")) {
            legible(colours, meaning, meaning + SOFT, TEXT);
            legible(colours, "ink", meaning + SOFT, TEXT);
        }
        legible(colours, "ink-soft", "accent-soft", TEXT);
        legible(colours, "on-accent", "accent", TEXT);
        for (int shade = 1; shade <= 5; shade++) {
            legible(colours, "on-shade-" + shade, "shade-" + shade, TEXT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_drawn_or_operated_stands_out_from_every_ground(Scheme scheme) {
        Map<String, Colour> colours = colours(scheme);
        for (String ground : GROUNDS) {
            for (String mark : List.of("control", "accent", "good", "bad", "target")) {
                legible(colours, mark, ground, MARK);
            }
        }
        for (int line = 1; line <= 5; line++) {
            legible(colours, "beside-" + line, "surface", MARK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_shades_of_a_map_are_told_apart_by_lightness_alone(Scheme scheme) {
        Map<String, Colour> colours = colours(scheme);
        Colour before = colour(colours, "surface");
        for (int shade = 1; shade <= 5; shade++) {
            Colour next = colour(colours, "shade-" + shade);
            assertThat(next.contrast(before)).as("shade %d", shade).isGreaterThan(NEIGHBOURS);
            assertThat(next.luminance() < before.luminance())
                    .as("shade %d goes on in the same direction", shade)
                    .isEqualTo(scheme == Scheme.LIGHT);
            before = next;
        }
    }

    @ParameterizedTest
    @EnumSource
    void good_and_bad_are_two_colours_to_every_eye(Scheme scheme) {
        Map<String, Colour> colours = colours(scheme);
        for (Eye eye : Eye.values()) {
            apart(colours, "good", "bad", eye);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lines_that_are_drawn_alike_are_two_colours_to_every_eye(Scheme scheme) {
        Map<String, Colour> colours = colours(scheme);
        for (Eye eye : Eye.values()) {
            apart(colours, "beside-1", "beside-3", eye);
            apart(colours, "beside-3", "beside-5", eye);
            apart(colours, "beside-1", "beside-5", eye);
            apart(colours, "beside-2", "beside-4", eye);
        }
    }

    private static void legible(Map<String, Colour> colours, String upper, String lower, double least) {
        assertThat(colour(colours, upper).contrast(colour(colours, lower)))
                .as("%s on %s", upper, lower)
                .isGreaterThanOrEqualTo(least);
    }

    private static void apart(Map<String, Colour> colours, String one, String other, Eye eye) {
        assertThat(colour(colours, one)
                        .seenBy(eye)
                        .distance(colour(colours, other).seenBy(eye)))
                .as("%s and %s, seen with %s", one, other, eye)
                .isGreaterThan(ANOTHER_COLOUR);
    }

    private static Colour colour(Map<String, Colour> colours, String token) {
        return Objects.requireNonNull(colours.get(token), () -> "there is no --luotsi-" + token);
    }

    private static Map<String, Colour> colours(Scheme scheme) {
        try {
            Map<String, Colour> colours = new LinkedHashMap<>();
            TOKEN.matcher(Files.readString(CSS))
                    .results()
                    .forEach(found ->
                            colours.put(found.group(1), Colour.of(found.group(scheme == Scheme.LIGHT ? 2 : 3))));
            return colours;
        } catch (IOException e) {
            throw new IllegalStateException("the tokens can't be read", e);
        }
    }

    /** How an eye mixes linear red, green and blue: Machado, Oliveira, Fernandes 2009, the whole deficiency. */
    private enum Eye {
        USUAL,
        PROTANOPIA,
        DEUTERANOPIA,
        TRITANOPIA;

        private List<Double> matrix() {
            return switch (this) {
                case USUAL -> List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0);
                case PROTANOPIA ->
                    List.of(
                            0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                            1.051998);
                case DEUTERANOPIA ->
                    List.of(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881);
                case TRITANOPIA ->
                    List.of(
                            1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
                            0.303900);
            };
        }

        double mix(int row, Colour colour) {
            double mixed = matrix().get(3 * row) * colour.red()
                    + matrix().get(3 * row + 1) * colour.green()
                    + matrix().get(3 * row + 2) * colour.blue();
            return Math.clamp(mixed, 0, 1);
        }
    }

    /** Linear light, each 0..1. */
    private record Colour(double red, double green, double blue) {

        static Colour of(String hex) {
            return new Colour(linear(hex, 1), linear(hex, 3), linear(hex, 5));
        }

        private static double linear(String hex, int from) {
            double part = Integer.parseInt(hex.substring(from, from + 2), 16) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }

        double luminance() {
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        }

        /** As WCAG defines it, 1..21. */
        double contrast(Colour other) {
            double lighter = Math.max(luminance(), other.luminance());
            double darker = Math.min(luminance(), other.luminance());
            return (lighter + 0.05) / (darker + 0.05);
        }

        Colour seenBy(Eye eye) {
            return new Colour(eye.mix(0, this), eye.mix(1, this), eye.mix(2, this));
        }

        /** CIE76: the distance in CIELAB, white D65. */
        double distance(Colour other) {
            double x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
            double y = curve(luminance());
            double z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
            double otherX = curve((0.4124 * other.red + 0.3576 * other.green + 0.1805 * other.blue) / 0.95047);
            double otherY = curve(other.luminance());
            double otherZ = curve((0.0193 * other.red + 0.1192 * other.green + 0.9505 * other.blue) / 1.08883);
            return Math.sqrt(Math.pow(116 * (y - otherY), 2)
                    + Math.pow(500 * (x - y - otherX + otherY), 2)
                    + Math.pow(200 * (y - z - otherY + otherZ), 2));
        }

        private static double curve(double part) {
            return part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16.0 / 116;
        }
    }
}
