package city.luotsi.dashboard.scorecard;

import city.luotsi.dashboard.comparison.StandingText;
import city.luotsi.dashboard.wording.Quantity;
import city.luotsi.dashboard.wording.Words;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.city.Target;
import city.luotsi.figures.forecast.Forecast;
import city.luotsi.figures.forecast.Method;
import city.luotsi.figures.forecast.YearEnd;
import city.luotsi.figures.query.Figure;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A row in words, its times in one unit. */
record ScoreText(Score score, Words words) {
    ScoreText {
        words = words.alike(score.course().stream())
                .alike(Stream.of(
                                score.standing().target().map(Target::value),
                                score.targetThen().map(Target::value),
                                forecast(score))
                        .flatMap(Optional::stream)
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    private static Optional<Double> forecast(Score score) {
        return score.yearEnd()
                .filter(YearEnd.Expected.class::isInstance)
                .map(expected -> ((YearEnd.Expected) expected).forecast().high());
    }

    StandingText standing() {
        return new StandingText(score.standing(), words);
    }

    /** The month, and the counts behind a share. */
    String behind() {
        String month = words.dates().period(score.standing().now().period());
        return standing().parts().map(parts -> month + " · " + parts).orElse(month);
    }

    /** What the forecast is of. */
    String span(YearEnd.Expected expected) {
        return words.say(
                "scorecard.of." + expected.of().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Integer.toString(expected.year()));
    }

    String value(double value) {
        return words.amounts().rounded(score.kpi(), value).text();
    }

    String interval(Forecast forecast) {
        Quantity low = words.amounts().rounded(score.kpi(), forecast.low());
        Quantity high = words.amounts().rounded(score.kpi(), forecast.high());
        return words.say(
                "scorecard.interval", low.unit().equals(high.unit()) ? low.numeral() : low.text(), high.text());
    }

    String outlook(Outlook outlook) {
        return words.say(
                "scorecard.outlook." + outlook.name().toLowerCase(Locale.ROOT),
                words.amounts()
                        .decided(
                                score.kpi(),
                                score.targetThen().map(Target::value).orElse(0.0)));
    }

    /** Which method, and how well it would have done. */
    String tried(Forecast forecast) {
        return forecast.method() == Method.THETA
                ? words.say("scorecard.tried.theta", error(forecast.thetaError()), error(forecast.naiveError()))
                : words.say("scorecard.tried.naive", error(forecast.naiveError()), error(forecast.thetaError()));
    }

    String tooLittle(YearEnd.TooLittle little) {
        return words.say(
                "scorecard.too-little", Integer.toString(Forecast.FEWEST_MONTHS), Integer.toString(little.months()));
    }

    /** A mean error, in the figure's unit; of shares in percentage points. */
    private String error(double error) {
        Kpi kpi = score.kpi();
        return kpi.unit() == Unit.PERCENT
                ? words.say("scorecard.points", words.amounts().points(error))
                : kpi.unit() == Unit.COUNT && error < 10 ? words.amounts().number(error, 1) : value(error);
    }

    /** For the table of months: missing is never zero, hidden says so. */
    String inMonth(Optional<Figure> figure) {
        return figure.map(known -> switch (known) {
                    case Figure.Known _ -> words.inColumn(score.kpi(), known);
                    case Figure.Hidden _ -> words.say("scorecard.hidden");
                    case Figure.NotProvided _, Figure.BeforeData _, Figure.NotApplicable _, Figure.NotYetKnown _ -> "–";
                })
                .orElse("–");
    }
}
