package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.figures.contribution.Compared;
import city.luotsi.figures.contribution.Comparison;
import city.luotsi.figures.contribution.Explanation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A change, explained by every dimension that can.
 *
 * @param explanations the one by which few parts explain most first, then the one that has most; none where a figure isn't known
 */
record Reasons(Compared compared, List<Explanation> explanations) {

    Reasons {
        explanations = List.copyOf(explanations);
    }

    static Reasons of(Snapshot snapshot, Comparison comparison, List<String> dimensions) throws SQLException {
        Compared compared = snapshot.compare(comparison);
        List<Explanation> explanations = new ArrayList<>();
        if (compared.isKnown()) {
            for (String dimension : dimensions) {
                explanations.add(snapshot.explain(compared, dimension));
            }
        }
        explanations.sort(Comparator.comparingDouble(Explanation::concentration)
                .thenComparingInt(explanation -> explanation.parts().size())
                .reversed());
        return new Reasons(compared, explanations);
    }

    /** By the dimension that is asked for, else by the one that tells most. */
    Optional<Explanation> by(Optional<String> dimension) {
        return explanations.stream()
                .filter(explanation ->
                        dimension.filter(explanation.dimension()::equals).isPresent())
                .findFirst()
                .or(() -> explanations.stream().findFirst());
    }
}
