package city.luotsi.dashboard.overview;

import city.luotsi.dashboard.comparison.Change;
import city.luotsi.dashboard.loading.TileState;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.Map;

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
        return words.say(
                "overview.summary",
                Integer.toString(expected),
                count(Change.Tone.GOOD),
                count(Change.Tone.BAD),
                Long.toString(heard.values().stream().filter(Summary::missed).count()));
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

    private static boolean missed(TileState<Headline> state) {
        return state instanceof TileState.Loaded<Headline>(Headline headline)
                && headline.standing().targetMet().filter(met -> !met).isPresent();
    }
}
