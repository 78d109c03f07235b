package city.luotsi.dashboard.explore;

import city.luotsi.dashboard.chart.Bars;
import city.luotsi.dashboard.chart.DataTable;
import city.luotsi.dashboard.chart.Waterfall;
import city.luotsi.dashboard.loading.Loader;
import city.luotsi.dashboard.loading.Slot;
import city.luotsi.dashboard.shell.Aloud;
import city.luotsi.dashboard.shell.Area;
import city.luotsi.dashboard.snapshot.Snapshot;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Better;
import city.luotsi.figures.contribution.Comparison;
import city.luotsi.figures.contribution.Explanation;
import city.luotsi.figures.contribution.Part;
import city.luotsi.figures.contribution.Unexplained;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Refusal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** The change in a sentence, then part by part as a waterfall and a table; each part leads to the page of its slice. */
final class WhySection extends Section {
    private static final int MOST_PARTS = 8;

    private final transient Snapshot snapshot;
    private final transient Inquiry inquiry;
    private final transient Words words;
    private final transient Steps steps;
    private final transient Comparison comparison;
    private final transient Sides sides;

    /** @param against the choice of what it is compared with */
    WhySection(Snapshot snapshot, Inquiry inquiry, Words words, Loader loader, Steps steps, Component against) {
        this.snapshot = snapshot;
        this.inquiry = inquiry;
        this.words = words;
        this.steps = steps;
        this.comparison = inquiry.comparison(snapshot.publication());
        this.sides = Sides.of(inquiry, comparison, words);
        addClassNames("card", "why-card");
        H2 heading =
                new H2(words.opening(words.dates().period(comparison.after().period())));
        Area.mark("why", this, heading);
        Div head = new Div(heading, against);
        head.addClassName("card-head");
        add(head);
        Optional<Refusal> refusal = refusal();
        if (refusal.isPresent()) {
            add(reason(words.refusal(refusal.get())));
            return;
        }
        Map<String, String> closed = closed();
        List<String> open = Exploration.dimensions(snapshot.publication()).stream()
                .filter(dimension -> !closed.containsKey(dimension))
                .toList();
        add(new Slot<>(
                loader,
                words.wording(),
                () -> Reasons.of(snapshot, comparison, open),
                reasons -> face(reasons, closed)));
    }

    /** What began before the data did is no measure. */
    private Optional<Refusal> refusal() {
        var data = snapshot.publication().data();
        return comparison.before().period().from().isBefore(data.from())
                ? Optional.of(new Refusal.OutsideData(data))
                : Stream.of(comparison.after(), comparison.before())
                        .flatMap(query -> snapshot.refusal(query).stream())
                        .findFirst();
    }

    private Map<String, String> closed() {
        Map<String, String> closed = new LinkedHashMap<>();
        Set<String> apart = inquiry.apart(snapshot.publication());
        for (Cuts.Cut cut : new Cuts(snapshot, inquiry.exploration()).all()) {
            Optional<String> why = cut.single()
                    ? Optional.of(words.say("breakdown.single"))
                    : apart.contains(cut.dimension())
                            ? Optional.of(words.say("why.apart"))
                            : snapshot.closed(comparison, cut.dimension()).map(this::said);
            why.ifPresent(reason -> closed.put(cut.dimension(), reason));
        }
        return closed;
    }

    private String said(Unexplained why) {
        return switch (why) {
            case Unexplained.Refused(Refusal refusal) -> words.refusal(refusal);
            case Unexplained.Inseparable() -> words.say("why.inseparable");
        };
    }

    private Component face(Reasons reasons, Map<String, String> closed) {
        Div face = new Div();
        if (!reasons.compared().isKnown()) {
            Figure missing = reasons.compared().after() instanceof Figure.Known
                    ? reasons.compared().before()
                    : reasons.compared().after();
            face.add(reason(words.figure(reasons.compared().kpi(), missing)));
            return face;
        }
        Words alike = words.alike(
                Stream.of(reasons.compared().before(), reasons.compared().after()));
        Optional<WhyText> chosen =
                reasons.by(inquiry.exploration().by()).map(explanation -> new WhyText(explanation, sides, alike));
        Paragraph sentence = new Paragraph(WhyText.change(reasons.compared(), sides, alike)
                + chosen.map(text -> " " + text.parts()).orElse(""));
        sentence.addClassName("why-sentence");
        Aloud.tell(sentence);
        face.add(sentence);
        chosen.ifPresent(text ->
                Stream.of(text.told(), text.split()).flatMap(Optional::stream).forEach(note -> face.add(note(note))));
        face.add(dimensions(
                reasons, closed, chosen.map(text -> text.explanation().dimension())));
        chosen.ifPresent(text -> face.add(parts(text)));
        return face;
    }

    private Component dimensions(Reasons reasons, Map<String, String> closed, Optional<String> chosen) {
        List<Choices.Choice<String>> choices = new ArrayList<>();
        reasons.explanations()
                .forEach(explanation -> choices.add(choice(
                        explanation.dimension(),
                        chosen.filter(explanation.dimension()::equals).isPresent(),
                        Optional.empty())));
        closed.forEach((dimension, why) -> choices.add(choice(dimension, false, Optional.of(why))));
        Choices<String> cut = new Choices<String>(
                        words.say("why.by"), words, dimension -> steps.change(now -> now.by(Optional.of(dimension))))
                .offer(choices);
        cut.addClassName("why-by");
        return cut;
    }

    private Choices.Choice<String> choice(String dimension, boolean chosen, Optional<String> closed) {
        return new Choices.Choice<>(dimension, words.dimension(dimension), chosen, closed);
    }

    private Component parts(WhyText text) {
        Explanation explanation = text.explanation();
        Explanation shortened = explanation.shortened(MOST_PARTS);
        Waterfall waterfall = waterfall(shortened, text);
        Bars bars = new Bars();
        bars.show(
                waterfall.bars(),
                words.say(
                        "why.chart", text.level(explanation.before()), text.level(explanation.after()), text.parts()));
        bars.onPick(event -> steps.open(into(explanation, event.key())));
        Paragraph hint = note(words.say("why.hint"));
        hint.addClassName("how");
        Div parts = new Div(hint, bars);
        text.hidden().ifPresent(hidden -> parts.add(note(hidden)));
        if (waterfall.isCut()) {
            parts.add(note(words.say("why.cut")));
        }
        if (explanation.parts().stream().anyMatch(Part::isWithinNoise)) {
            parts.add(note(words.say("why.chance")));
        }
        parts.add(new Twin(Twin.Of.WHY, words, steps)
                .show(words.dimension(explanation.dimension()), () -> table(explanation, text)));
        return parts;
    }

    private Exploration into(Explanation explanation, String member) {
        return new Cuts(snapshot, steps.exploration()).into(explanation.dimension(), member);
    }

    private Waterfall waterfall(Explanation explanation, WhyText text) {
        List<Waterfall.Step> parts = new ArrayList<>();
        parts.add(total(words.opening(sides.before()), explanation.before(), text));
        double level = explanation.before();
        for (Part part : explanation.parts()) {
            String key = part.source() instanceof Part.Member(String id) ? id : "";
            parts.add(new Waterfall.Step(
                    key,
                    text.name(part),
                    level,
                    level + part.amount(),
                    text.contribution(part),
                    tone(explanation, part),
                    key.isEmpty() ? "" : into(explanation, key).link()));
            level += part.amount();
        }
        parts.add(total(words.opening(sides.after()), explanation.after(), text));
        return new Waterfall(parts);
    }

    private static Waterfall.Step total(String name, double value, WhyText text) {
        return new Waterfall.Step("", name, 0, value, text.level(value), Bars.Tone.TOTAL, "");
    }

    private static Bars.Tone tone(Explanation explanation, Part part) {
        boolean more = part.amount() > 0;
        if (part.isWithinNoise() || part.source() instanceof Part.NotTold) {
            return Bars.Tone.UNSURE;
        }
        Better better = explanation.kpi().better();
        if (better == Better.NEITHER) {
            return more ? Bars.Tone.UP : Bars.Tone.DOWN;
        }
        return more == (better == Better.HIGHER) ? Bars.Tone.GOOD : Bars.Tone.BAD;
    }

    private DataTable table(Explanation explanation, WhyText text) {
        boolean split =
                explanation.parts().stream().anyMatch(part -> part.split().isPresent());
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                new DataTable.Column(words.dimension(explanation.dimension()), DataTable.Order.WORDS),
                numbers(sides.before()),
                numbers(sides.after()),
                numbers(words.say("why.column.amount"))));
        if (split) {
            columns.add(numbers(words.say("why.column.rate")));
            columns.add(numbers(words.say("why.column.mix")));
        }
        columns.add(new DataTable.Column(words.say("why.column.chance"), DataTable.Order.WORDS));
        List<DataTable.Row> rows = explanation.parts().stream()
                .map(part -> row(explanation, part, text, split))
                .toList();
        return new DataTable(
                words.say("breakdown.title", words.dimensionInText(explanation.dimension())),
                columns,
                rows,
                words.wording().locale());
    }

    private DataTable.Row row(Explanation explanation, Part part, WhyText text, boolean split) {
        List<DataTable.Cell> cells = new ArrayList<>();
        cells.add(new DataTable.Cell(text.exactLevel(part.before()), boxed(part.before())));
        cells.add(new DataTable.Cell(text.exactLevel(part.after()), boxed(part.after())));
        cells.add(difference(part.amount(), text));
        if (split) {
            cells.add(difference(part.split().map(Part.Split::rate).orElse(0.0), text));
            cells.add(difference(part.split().map(Part.Split::mix).orElse(0.0), text));
        }
        String chance = part.chance().isEmpty()
                ? "why.chance.unknown"
                : part.isWithinNoise() ? "why.chance.within" : "why.chance.beyond";
        cells.add(DataTable.Cell.of(words.say(chance)));
        Optional<String> link = part.source() instanceof Part.Member(String id)
                ? Optional.of(into(explanation, id).link())
                : Optional.empty();
        return new DataTable.Row(DataTable.Cell.of(text.name(part)), link, cells);
    }

    private static DataTable.Cell difference(double value, WhyText text) {
        return new DataTable.Cell(text.exactDifference(value), Optional.of(value));
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static DataTable.Column numbers(String title) {
        return new DataTable.Column(title, DataTable.Order.NUMBERS);
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("note");
        return note;
    }

    private static Paragraph reason(String text) {
        Paragraph reason = new Paragraph(text);
        reason.addClassName("reason");
        return reason;
    }
}
