package city.luotsi.dashboard.overview;

import city.luotsi.dashboard.comparison.Change;
import city.luotsi.dashboard.loading.TileState;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The screen in one sentence, once every tile has spoken; also what a screen reader is told then. */
final class Summary extends Paragraph {
    private final transient Words words;
    private final int expected;
    private final transient Map<String, TileState<Headline>> heard = new HashMap<>();

    Summary(Words words, int expected) {
        this.words = words;
        this.expected = expected;
        addClassName("summary");
        getElement().setAttribute("role", "status");
    }

    void heard(Kpi kpi, TileState<Headline> state) {
        heard.put(kpi.name(), state);
        if (heard.size() == expected) {
            setText(sentence());
        }
    }

    private String sentence() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                heard.values().stream().anyMatch(Summary::comparable)
                        ? words.say(
                                "overview.summary",
                                Integer.toString(expected),
                                count(Change.Tone.GOOD),
                                count(Change.Tone.BAD))
                        : words.say("overview.incomparable", Integer.toString(expected)));
        List<String> missed = words.publication().headline().stream()
                .filter(kpi -> missed(heard.get(kpi)))
                .map(kpi -> words.text(words.publication().catalogue().kpi(kpi).title()))
                .toList();
        if (!missed.isEmpty()) {
            sentences.add(words.say("overview.missed", missed.size(), String.join(", ", missed)));
        }
        long without = heard.values().stream().filter(Summary::withoutFigure).count();
        if (without > 0) {
            sentences.add(words.say("overview.without", Long.toString(without)));
        }
        return String.join(" ", sentences);
    }

    private static boolean comparable(TileState<Headline> state) {
        return state instanceof TileState.Loaded<Headline>(Headline headline)
                && headline.standing().sinceYearAgo().isPresent();
    }

    private static boolean withoutFigure(TileState<Headline> state) {
        return !(state instanceof TileState.Loaded<Headline>(Headline headline))
                || headline.standing().now().known().isEmpty();
    }

    private String count(Change.Tone tone) {
        return Long.toString(heard.values().stream()
                .filter(state -> state instanceof TileState.Loaded<Headline>(Headline headline)
                        && headline.standing()
                                .sinceYearAgo()
                                .filter(change -> change.tone() == tone)
                                .isPresent())
                .count());
    }

    private static boolean missed(@Nullable TileState<Headline> state) {
        return state instanceof TileState.Loaded<Headline>(Headline headline)
                && headline.standing().targetMet().filter(met -> !met).isPresent();
    }
}
