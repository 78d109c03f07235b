package city.luotsi.dashboard.wording;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Text;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is needed to put a publication's figures into one language. */
public record Words(Wording wording, Amounts amounts, Dates dates, Publication publication) {
    private static final Set<String> SERVICES = Set.of("service", "department");

    public static Words of(Locale locale, Publication publication) {
        Wording wording = Wording.in(locale);
        return new Words(wording, new Amounts(wording, publication.currency()), new Dates(wording), publication);
    }

    /** For figures that stand in one sentence, or are compared: times in one unit, that of the longest. */
    public Words alike(double... values) {
        return new Words(wording, amounts.alike(values), dates, publication);
    }

    /** Likewise for those of them that are known. */
    public Words alike(Stream<Figure> figures) {
        return alike(figures.flatMap(figure -> figure.number().stream())
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    public String say(String key, Object... arguments) {
        return wording.say(key, arguments);
    }

    public String text(Text text) {
        return text.in(wording.locale());
    }

    /** The name of a dimension. */
    public String dimension(String name) {
        return text(publication.catalogue().dimension(name).title());
    }

    /** The name of a dimension inside of a sentence. */
    public String dimensionInText(String name) {
        return inText(dimension(name));
    }

    private String inText(String title) {
        return title.substring(0, 1).toLowerCase(wording.locale()) + title.substring(1);
    }

    /** The name of a KPI inside of a sentence. */
    public String kpiInText(Kpi kpi) {
        return inText(text(kpi.title()));
    }

    /** A text at the beginning of a sentence. */
    public String opening(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(wording.locale()) + text.substring(1);
    }

    /** The name of a dimension's member, also of the one that stands for what the source doesn't say. */
    public String member(String dimension, String id) {
        if (id.equals(Member.UNKNOWN)) {
            return say("member.unknown");
        }
        if (id.equals(Member.WITHHELD)) {
            return say(SERVICES.contains(dimension) ? "member.confidential-together" : "member.not-told-apart");
        }
        return publication
                .member(dimension, id)
                .map(member -> text(member.name()))
                .orElse(id);
    }

    /** A figure in a column of them, or why there is none. */
    public String inColumn(Kpi kpi, Figure figure) {
        return figure.number().map(number -> amounts.column(kpi, number)).orElseGet(() -> figure(kpi, figure));
    }

    /** A figure rounded for people, or why there is none. */
    public String figure(Kpi kpi, Figure figure) {
        return switch (figure) {
            case Figure.Known known -> amounts.rounded(kpi, known.value()).text();
            case Figure.NotProvided _ -> say("figure.not-provided");
            case Figure.BeforeData before -> say("figure.before-data", dates.day(before.begins()));
            case Figure.NotApplicable _ -> say("figure.not-applicable");
            case Figure.NotYetKnown _ -> say("figure.not-yet-known");
            case Figure.Hidden _ -> say("figure.hidden");
        };
    }

    /** The counts behind a share, so that nobody takes two of three for two thirds of a city; empty for what is no share. */
    public Optional<String> parts(Kpi kpi, Figure figure) {
        return figure instanceof Figure.Known known && kpi.unit() == Unit.PERCENT
                ? known.parts()
                        .map(parts -> say(
                                "figure.parts",
                                amounts.number(parts.numerator(), 0),
                                amounts.number(parts.denominator(), 0)))
                : Optional.empty();
    }

    /** A figure with the counts behind it where it is a share. */
    public String figureWithParts(Kpi kpi, Figure figure) {
        return parts(kpi, figure)
                .map(parts -> say("figure.with-parts", figure(kpi, figure), parts))
                .orElseGet(() -> figure(kpi, figure));
    }

    /** Why a question has no answer. */
    public String refusal(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoSuchCut cut when cut.asked().size() < 2 -> say("refusal.not-published");
            case Refusal.NoSuchCut cut ->
                say(
                        "refusal.no-such-cut",
                        cut.asked().stream().map(this::dimension).collect(Collectors.joining(" + ")));
            case Refusal.WholeMonthsOnly _ -> say("refusal.whole-months");
            case Refusal.Confidential _ -> say("refusal.confidential");
            case Refusal.OutsideData outside -> say("refusal.outside-data", dates.period(outside.data()));
            case Refusal.DimensionNotProvided _ -> say("refusal.not-provided");
            case Refusal.NoPopulation _ -> say("refusal.no-population");
        };
    }
}
