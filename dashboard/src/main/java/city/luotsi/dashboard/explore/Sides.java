package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.contribution.Comparison;
import java.util.stream.Collectors;

/**
 * What two figures are of, in words.
 *
 * @param isOfTime whether they are of two times, not of two places
 */
record Sides(String before, String after, boolean isOfTime) {

    static Sides of(Inquiry inquiry, Comparison comparison, Words words) {
        return switch (inquiry.against()) {
            case Against.Time _ -> ofTime(comparison, words);
            case Against.Place(Beside beside) ->
                new Sides(
                        BesideBar.name(beside, words),
                        here(inquiry.exploration().filters(), beside, words),
                        false);
        };
    }

    static Sides ofTime(Comparison comparison, Words words) {
        return new Sides(
                words.dates().period(comparison.before().period()),
                words.dates().period(comparison.after().period()),
                true);
    }

    /** A district beside a district; else all that tells this place from the city. */
    private static String here(Filters filters, Beside beside, Words words) {
        if (beside instanceof Beside.Other other && filters.members().containsKey(other.dimension())) {
            return filters.named(other.dimension(), words);
        }
        return filters.members().isEmpty()
                ? words.text(words.publication().name())
                : filters.members().keySet().stream()
                        .map(dimension -> filters.named(dimension, words))
                        .collect(Collectors.joining(", "));
    }

    /** The key of a sentence, which says another thing of places than of times. */
    String key(String ofTime) {
        return isOfTime ? ofTime : ofTime + ".places";
    }
}
