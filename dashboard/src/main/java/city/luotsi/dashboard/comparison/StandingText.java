package city.luotsi.dashboard.comparison;

import city.luotsi.dashboard.wording.Quantity;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** A standing in words: for tiles, for the big number, for those who listen. */
public record StandingText(Standing standing, Words words) {
    /** The figure and its target in one unit. */
    public StandingText {
        words = words.alike(DoubleStream.concat(
                        standing.now().known().stream().mapToDouble(Figure.Known::value),
                        standing.target().stream().mapToDouble(Target::value))
                .toArray());
    }

    /** @param tone for the eye; {@code verdict} says the same in a word */
    public record ChangeText(
            Change.Direction direction, Change.Tone tone, String amount, String against, String verdict) {
        public String sentence() {
            return (verdict.isEmpty() ? amount + " " + against : "%s %s (%s)".formatted(amount, against, verdict))
                    .strip();
        }
    }

    /** The numeral and its unit; empty where there is none and {@link #reason()} says why. */
    public Optional<Quantity> quantity() {
        return standing.now().known().map(known -> words.amounts().rounded(standing.kpi(), known.value()));
    }

    /** With more digits than a tile has room for. */
    public String exact() {
        return standing.now()
                .known()
                .map(known -> words.amounts().exact(standing.kpi(), known.value()))
                .orElse("");
    }

    /** The counts behind a share; empty for anything else. */
    public Optional<String> parts() {
        return standing.now().known().flatMap(known -> words.parts(standing.kpi(), known));
    }

    /** Why there is no figure. */
    public String reason() {
        return switch (standing.now()) {
            case Answer.Refused refused -> words.refusal(refused.why());
            case Answer.Given given -> words.figure(standing.kpi(), given.figure());
        };
    }

    /** Against the period before and against a year ago, told once where they are the same. */
    public List<ChangeText> changes() {
        List<ChangeText> changes = new ArrayList<>();
        if (standing.now().known().isEmpty()) {
            return changes;
        }
        if (beforeData(standing.previous()) && beforeData(standing.yearAgo())) {
            changes.add(new ChangeText(
                    Change.Direction.SAME,
                    Change.Tone.NEUTRAL,
                    words.say("change.nothing-earlier", dataBegins()),
                    "",
                    ""));
            return changes;
        }
        if (!standing.previousIsYearAgo()) {
            changes.add(change(standing.sincePrevious(), standing.previous()));
        }
        changes.add(change(standing.sinceYearAgo(), standing.yearAgo()));
        return changes;
    }

    private static boolean beforeData(Answer answer) {
        return answer instanceof Answer.Refused(Period _, Refusal.OutsideData _);
    }

    private String dataBegins() {
        return words.dates().day(words.publication().data().from());
    }

    public String target() {
        Optional<Target> target = standing.target();
        if (target.isEmpty()) {
            return words.say("target.none");
        }
        String value = words.amounts().decided(standing.kpi(), target.get().value());
        return standing.targetMet()
                .map(met -> words.say(met ? "target.met" : "target.not-met", value))
                .orElseGet(() -> words.say("target.set", value));
    }

    /** That the period isn't over, and what that means for comparing; empty if it is. */
    public Optional<String> unfinished() {
        return standing.unfinished() && standing.now().known().isPresent()
                ? Optional.of(words.say(
                        "standing.unfinished",
                        words.dates().day(standing.now().period().to())))
                : Optional.empty();
    }

    /** What must be known to read the figure rightly. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        coverage().ifPresent(notes::add);
        if (standing.now() instanceof Answer.Given given) {
            given.carriedFrom().ifPresent(year -> notes.add(words.say("standing.carried", Integer.toString(year))));
        }
        return notes;
    }

    /** Which part of the rows it is about was counted; empty if all were. */
    private Optional<String> coverage() {
        return standing.now()
                .known()
                .map(Figure.Known::coverage)
                .filter(share -> share < 0.995)
                .map(share -> words.say("coverage", words.amounts().coverage(share)));
    }

    /** The whole standing in one breath. */
    public String sentence() {
        String title = words.text(standing.kpi().title());
        String period = words.dates().period(standing.now().period());
        if (quantity().isEmpty()) {
            return words.say("standing.none", title, period, reason());
        }
        StringBuilder sentence = new StringBuilder(words.say(
                "standing.value",
                title,
                period,
                standing.now()
                        .known()
                        .map(known -> words.figureWithParts(standing.kpi(), known))
                        .orElse("")));
        for (ChangeText change : changes()) {
            sentence.append(' ').append(words.opening(change.sentence())).append('.');
        }
        return sentence.append(' ').append(target()).append('.').toString();
    }

    private ChangeText change(Optional<Change> change, Answer before) {
        if (beforeData(before)) {
            String none = words.say("change.no-data", words.dates().period(before.period()), dataBegins());
            return new ChangeText(Change.Direction.SAME, Change.Tone.NEUTRAL, none, "", "");
        }
        String against = words.say("change.against", words.dates().period(before.period()));
        if (change.isEmpty()) {
            return new ChangeText(Change.Direction.SAME, Change.Tone.NEUTRAL, missing(before), against, "");
        }
        Change known = change.get();
        String key = "change." + known.direction().name().toLowerCase(Locale.ROOT);
        double size = Math.abs(known.by());
        String amount = known.points()
                ? words.say(key + ".points", words.amounts().points(size))
                : words.say(key, words.amounts().part(size));
        return new ChangeText(known.direction(), known.tone(), amount, against, verdict(known.tone()));
    }

    private String verdict(Change.Tone tone) {
        return switch (tone) {
            case GOOD -> words.say("tone.good");
            case BAD -> words.say("tone.bad");
            case NEUTRAL -> "";
        };
    }

    /** Why there is nothing to compare with. */
    private String missing(Answer before) {
        return switch (before) {
            case Answer.Refused refused -> words.say("change.not-comparable", words.refusal(refused.why()));
            case Answer.Given given when given.figure() instanceof Figure.Known -> words.say("change.from-zero");
            case Answer.Given given -> words.say("change.not-comparable", words.figure(standing.kpi(), given.figure()));
        };
    }
}
