package city.luotsi.dashboard.scorecard;

import city.luotsi.dashboard.loading.TileState;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The card in a few sentences, once every row has spoken; also what a screen reader is told then. */
final class ScorecardSummary extends Paragraph {
    private final transient Words words;

    ScorecardSummary(Words words) {
        this.words = words;
        addClassName("summary");
        getElement().setAttribute("role", "status");
    }

    /** @param rows what became of each, in their order */
    void heard(List<TileState<Score>> rows) {
        List<Score> scores = rows.stream()
                .filter(TileState.Loaded.class::isInstance)
                .map(state -> ((TileState.Loaded<Score>) state).value())
                .toList();
        List<String> sentences = new ArrayList<>();
        long judged = count(scores, score -> score.standing().targetMet().isPresent());
        sentences.add(
                judged == 0
                        ? words.say("scorecard.summary.no-target", Integer.toString(rows.size()))
                        : words.say(
                                "scorecard.summary",
                                Integer.toString(rows.size()),
                                Long.toString(judged),
                                count(
                                        scores,
                                        score -> score.standing().targetMet().orElse(false))));
        tell(
                "scorecard.summary.missed",
                scores,
                score -> !score.standing().targetMet().orElse(true),
                sentences);
        tell(
                "scorecard.summary.outlook",
                scores,
                score -> score.outlook().equals(java.util.Optional.of(Outlook.MISSED)),
                sentences);
        tell(
                "scorecard.summary.open",
                scores,
                score -> score.outlook().equals(java.util.Optional.of(Outlook.OPEN)),
                sentences);
        long without = rows.size()
                - count(scores, score -> score.standing().now().known().isPresent());
        if (without > 0) {
            sentences.add(words.say("overview.without", Long.toString(without)));
        }
        setText(String.join(" ", sentences));
    }

    private void tell(String key, List<Score> scores, Predicate<Score> which, List<String> sentences) {
        String names = scores.stream()
                .filter(which)
                .map(Score::kpi)
                .map(Kpi::title)
                .map(words::text)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            sentences.add(words.say(key, names));
        }
    }

    private static long count(List<Score> scores, Predicate<Score> which) {
        return scores.stream().filter(which).count();
    }
}
