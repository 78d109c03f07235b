package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.contribution.Compared;
import city.luotsi.figures.contribution.Explanation;
import city.luotsi.figures.contribution.Part;
import city.luotsi.figures.contribution.Told;
import city.luotsi.figures.query.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A change and its parts in words.
 *
 * @param words that tell times in the unit of the figures
 */
record WhyText(Explanation explanation, Sides sides, Words words) {
    /** More names than these nobody keeps in mind. */
    private static final int NAMED = 3;

    /** What changed from what to what, or is what here and there, and by how much. */
    static String change(Compared compared, Sides sides, Words words) {
        Kpi kpi = compared.kpi();
        double before = number(compared.before());
        double after = number(compared.after());
        String difference = words.amounts().difference(kpi, after - before);
        String changed = isNothing(difference) ? "why.same" : after > before ? "why.up" : "why.down";
        return words.say(
                sides.isOfTime() ? changed : "why.places",
                words.text(kpi.title()),
                words.figure(kpi, compared.before()),
                sides.before(),
                words.figure(kpi, compared.after()),
                sides.after(),
                difference);
    }

    private static double number(Figure figure) {
        return figure.number().orElse(Double.NaN);
    }

    /** Which parts moved it beyond noise, and what all others did together. */
    String parts() {
        String dimension = words.dimensionInText(explanation.dimension());
        List<Part> beyond = explanation.parts().stream()
                .filter(part -> !(part.source() instanceof Part.Population) && !part.isWithinNoise())
                .sorted(Comparator.comparingDouble(part -> -Math.abs(part.amount())))
                .limit(NAMED)
                .toList();
        if (beyond.isEmpty()) {
            return words.say("why.parts.none", dimension);
        }
        if (isOfOnePart()) {
            Part only = beyond.getFirst();
            return words.say(
                    "why.parts.single", dimension, words.say("why.part", name(only), difference(only.amount())));
        }
        List<String> named = new ArrayList<>();
        double told = 0;
        for (Part part : beyond) {
            named.add(words.say("why.part", name(part), difference(part.amount())));
            told += part.amount();
        }
        if (explanation.parts().size() > beyond.size()) {
            named.add(words.say("why.parts.rest", difference(explanation.change() - told)));
        }
        return words.say(
                explanation.isSpread() ? "why.parts.spread" : "why.parts", dimension, String.join(", ", named));
    }

    /** What is not divided can't be spread either. */
    private boolean isOfOnePart() {
        return explanation.parts().stream()
                        .filter(part -> !(part.source() instanceof Part.Population))
                        .count()
                == 1;
    }

    /** How much came from within the parts, and how much from their weights; empty for what isn't divided. */
    Optional<String> split() {
        List<Part.Split> splits = explanation.parts().stream()
                .map(Part::split)
                .flatMap(Optional::stream)
                .toList();
        return splits.isEmpty()
                ? Optional.empty()
                : Optional.of(words.say(
                        sides.key("why.split"),
                        difference(splits.stream().mapToDouble(Part.Split::rate).sum()),
                        difference(splits.stream().mapToDouble(Part.Split::mix).sum())));
    }

    /** Who is hidden among what isn't told apart. */
    Optional<String> hidden() {
        return explanation.parts().stream()
                .map(Part::source)
                .filter(Part.NotTold.class::isInstance)
                .flatMap(source -> ((Part.NotTold) source).hidden().stream())
                .map(member -> words.member(explanation.dimension(), member))
                .reduce((one, other) -> one + ", " + other)
                .map(names -> words.say("why.hidden", names));
    }

    /** That the parts add up to something else than the figure, and to what. */
    Optional<String> told() {
        return explanation.told() instanceof Told.SharePast(double old)
                ? Optional.of(words.say(
                        sides.key("why.share-past"),
                        words.figure(explanation.kpi(), new Figure.Known(old, Optional.empty(), 1)),
                        level(explanation.before()),
                        level(explanation.after()),
                        difference(explanation.change())))
                : Optional.empty();
    }

    String name(Part part) {
        return switch (part.source()) {
            case Part.Member member -> words.member(explanation.dimension(), member.id());
            case Part.Rest rest -> words.say("why.rest", Integer.toString(rest.members()));
            case Part.NotTold _ -> words.say("why.not-told");
            case Part.Population _ -> words.say("why.population");
        };
    }

    /** What a part contributed, and that it may be chance. */
    String contribution(Part part) {
        String difference = difference(part.amount());
        return part.isWithinNoise() && !isNothing(difference) ? words.say("why.may-be-chance", difference) : difference;
    }

    String level(double value) {
        return isShare()
                ? words.amounts().percent(value, 1)
                : words.figure(explanation.kpi(), new Figure.Known(value, Optional.empty(), 1));
    }

    String exactLevel(OptionalDouble value) {
        if (value.isEmpty()) {
            return "–";
        }
        return isShare()
                ? words.amounts().percent(value.getAsDouble(), 2)
                : words.amounts().column(explanation.kpi(), value.getAsDouble());
    }

    String difference(double value) {
        return isShare()
                ? words.amounts().pointsDifference(value, 1)
                : words.amounts().difference(explanation.kpi(), value);
    }

    String exactDifference(double value) {
        return isShare()
                ? words.amounts().pointsDifference(value, 2)
                : words.amounts().exactDifference(explanation.kpi(), value);
    }

    private boolean isShare() {
        return explanation.told() instanceof Told.SharePast;
    }

    private static boolean isNothing(String difference) {
        return !difference.startsWith("+") && !difference.startsWith("−");
    }
}
