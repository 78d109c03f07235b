package city.luotsi.figures.forecast;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a KPI will come to by the end of the year that the next month lies in, or why that can't be said. */
public sealed interface YearEnd {
    int year();

    /** The forecast of what {@link Of} says. */
    record Expected(int year, Of of, Forecast forecast) implements YearEnd {}

    /**
     * Too few months in a row are known.
     *
     * @param months how many are, back from the last
     */
    record TooLittle(int year, int months) implements YearEnd {}

    /** What is forecast: what a year of such a KPI is told by. */
    enum Of {
        /** The whole year: its total, or its share from both parts of all months. */
        WHOLE_YEAR,
        /** How it stands on the last day. */
        LAST_DAY,
        /** December: medians and counts of different people don't add up to a year's. */
        LAST_MONTH;

        static Of of(Rollup rollup) {
            return switch (rollup) {
                case SUM, PER_RESIDENT, RATIO -> WHOLE_YEAR;
                case STOCK, STOCK_AGE -> LAST_DAY;
                case QUANTILE, DISTINCT -> LAST_MONTH;
            };
        }
    }

    /** @param series by whole months, up to the last that is known; not cut by any dimension */
    static YearEnd of(KpiSeries series) {
        KpiSeries.Point last = series.points().getLast();
        int year = last.period().to().plusDays(1).getYear();
        int months = Season.YEAR + 1 - last.period().to().plusDays(1).getMonthValue();
        List<Figure.Known> known = lastInARow(series.points());
        if (known.size() < Forecast.FEWEST_MONTHS) {
            return new TooLittle(year, known.size());
        }
        Of of = Of.of(series.kpi().rollup());
        List<Figure.Known> thisYear = known.subList(known.size() - (Season.YEAR - months), known.size());
        Reckoning reckoning =
                of == Of.WHOLE_YEAR ? wholeYear(series.kpi(), known, thisYear, months) : Reckoning.lastOf(months);
        return new Expected(year, of, Forecast.of(values(known), reckoning, bounds(series.kpi())));
    }

    private static List<Figure.Known> lastInARow(List<KpiSeries.Point> points) {
        List<Figure.Known> known = new ArrayList<>();
        for (KpiSeries.Point point : points.reversed()) {
            if (!(point.figure() instanceof Figure.Known figure)) {
                break;
            }
            known.addFirst(figure);
        }
        return known;
    }

    /** Of a share, each month counts by its denominator: those to come are forecast too, and the share is divided last. */
    private static Reckoning wholeYear(Kpi kpi, List<Figure.Known> known, List<Figure.Known> thisYear, int months) {
        if (kpi.rollup() != Rollup.RATIO) {
            return Reckoning.totalOf(
                    thisYear.stream().mapToDouble(Figure.Known::value).sum(), months);
        }
        double[] denominators =
                parts(known).mapToDouble(Figure.Parts::denominator).toArray();
        double[] coming = Forecast.expected(denominators, months, new Forecast.Bounds(0, Double.POSITIVE_INFINITY));
        double soFar = parts(thisYear).mapToDouble(Figure.Parts::denominator).sum();
        double all = soFar
                + IntStream.range(0, months).mapToDouble(month -> coming[month]).sum();
        if (all == 0) {
            return Reckoning.lastOf(months);
        }
        return new Reckoning(
                parts(thisYear).mapToDouble(Figure.Parts::numerator).sum() / all,
                IntStream.range(0, months)
                        .mapToObj(month -> coming[month] / all)
                        .toList());
    }

    private static Stream<Figure.Parts> parts(List<Figure.Known> known) {
        return known.stream().flatMap(figure -> figure.parts().stream());
    }

    private static double[] values(List<Figure.Known> known) {
        return known.stream().mapToDouble(Figure.Known::value).toArray();
    }

    private static Forecast.Bounds bounds(Kpi kpi) {
        return new Forecast.Bounds(0, kpi.unit() == Unit.PERCENT ? 1 : Double.POSITIVE_INFINITY);
    }
}
