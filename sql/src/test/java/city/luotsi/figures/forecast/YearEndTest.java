package city.luotsi.figures.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Grain;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Rollup;
import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.query.Figure;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YearEndTest {
    private static final Catalogue CATALOGUE = Catalogue.of(Definitions.builtIn());
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 31);

    @Test
    void aSumsYearIsTheMonthsSoFarAndThoseToCome() {
        YearEnd.Expected expected = expected(kpi(Rollup.SUM), 34, month -> known(100));
        assertEquals(2026, expected.year());
        assertEquals(YearEnd.Of.WHOLE_YEAR, expected.of());
        assertEquals(1_200, expected.forecast().value(), 1e-6);
    }

    /** Every year one large month of 10 % among eleven small ones of 90 %: the mean of shares would be 83 %. */
    @Test
    void aSharesYearIsDividedFromThePartsOfAllMonths() {
        YearEnd.Expected expected =
                expected(share(), 34, month -> month % 12 == 5 ? share(100, 1_000) : share(90, 100));
        assertEquals((100 + 11 * 90) / (1_000 + 11 * 100.0), expected.forecast().value(), 1e-9);
    }

    @Test
    void aStocksYearEndsAsHighAsItIsThen() {
        YearEnd.Expected expected = expected(kpi(Rollup.STOCK), 36, month -> known(40));
        assertEquals(YearEnd.Of.LAST_DAY, expected.of());
        assertEquals(40, expected.forecast().value(), 1e-6);
    }

    @Test
    void aMediansYearIsToldByItsLastMonth() {
        assertEquals(
                YearEnd.Of.LAST_MONTH,
                expected(kpi(Rollup.QUANTILE), 30, month -> known(3)).of());
    }

    @Test
    void afterDecemberTheNextYearIsForecast() {
        KpiSeries series = series(kpi(Rollup.SUM), LocalDate.of(2025, 12, 31), 24, month -> known(10));
        YearEnd.Expected expected = assertInstanceOf(YearEnd.Expected.class, YearEnd.of(series));
        assertEquals(2026, expected.year());
        assertEquals(120, expected.forecast().value(), 1e-6);
    }

    @Test
    void onlyMonthsInARowCountAndTooFewSaySo() {
        assertEquals(
                new YearEnd.TooLittle(2026, 23), YearEnd.of(series(kpi(Rollup.SUM), OCTOBER, 23, month -> known(1))));
        assertEquals(
                new YearEnd.TooLittle(2026, 4),
                YearEnd.of(
                        series(kpi(Rollup.SUM), OCTOBER, 36, month -> month == 31 ? new Figure.Hidden() : known(1))));
    }

    private static YearEnd.Expected expected(Kpi kpi, int months, IntFunction<Figure> figures) {
        return assertInstanceOf(YearEnd.Expected.class, YearEnd.of(series(kpi, OCTOBER, months, figures)));
    }

    private static KpiSeries series(Kpi kpi, LocalDate last, int months, IntFunction<Figure> figures) {
        LocalDate first = last.plusDays(1).minusMonths(months);
        List<KpiSeries.Point> points = IntStream.range(0, months)
                .mapToObj(
                        month -> new KpiSeries.Point(Period.monthOf(first.plusMonths(month)), "", figures.apply(month)))
                .toList();
        Period all = new Period(first, last);
        Grain grain = CATALOGUE.subjectOf(kpi).grains().getFirst();
        return new KpiSeries(kpi, KpiQuery.of(kpi.name(), all).step(Step.MONTH), all, points, grain, Optional.empty());
    }

    private static Kpi kpi(Rollup rollup) {
        return CATALOGUE.kpis().values().stream()
                .filter(kpi -> kpi.rollup() == rollup)
                .findFirst()
                .orElseThrow();
    }

    private static Kpi share() {
        return CATALOGUE.kpis().values().stream()
                .filter(kpi -> kpi.rollup() == Rollup.RATIO && kpi.unit() == Unit.PERCENT)
                .findFirst()
                .orElseThrow();
    }

    private static Figure known(double value) {
        return new Figure.Known(value, Optional.empty(), 1);
    }

    private static Figure share(double numerator, double denominator) {
        return new Figure.Known(numerator / denominator, Optional.of(new Figure.Parts(numerator, denominator)), 1);
    }
}
