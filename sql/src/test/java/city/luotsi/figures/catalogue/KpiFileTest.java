package city.luotsi.figures.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KpiFileTest {
    private static final String GOOD = """
            /*
            title:    { en: Waiting, fi: Odotus, sv: Väntan }
            meaning:  { en: "How long.", fi: "Kuinka kauan.", sv: "Hur länge." }
            of:       service_step
            rollup:   ratio
            unit:     percent
            better:   higher
            */
            select
                channel in ('web', 'app') as numerator, -- a comment with from, where and a ' quote
                coalesce(status, 'from, where') = 'open' as denominator
            from service_step
            where step = 'ended'
            """;

    @Test
    void takesASelectApartAtItsOwnCommasAndWordsOnly() {
        Kpi kpi = Kpi.of(SqlFile.parse("kpi", "waiting", GOOD));

        assertEquals("channel in ('web', 'app')", kpi.select().columns().get("numerator"));
        assertEquals(
                "coalesce(status, 'from, where') = 'open'",
                kpi.select().columns().get("denominator"));
        assertEquals(Optional.of("step = 'ended'"), kpi.select().condition());
    }

    private static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "rollup:   ratio",
                        "rollup:   ration",
                        "line 5: 'rollup' is 'ration';"
                                + " known are [sum, ratio, stock, stock_age, per_resident, quantile, distinct]"),
                Arguments.of(
                        "unit:     percent",
                        "unti:     percent",
                        "line 6: unknown key 'unti'; known are"
                                + " [better, known_after_days, meaning, of, per, quantile, rollup, source, title, unit]"),
                Arguments.of(
                        "of:       service_step",
                        "of:       service_stop",
                        "line 12: reads 'service_step', but its header says 'of: service_stop'"),
                Arguments.of(
                        "where step",
                        "group by step having step",
                        "line 13: 'group' can't stand in a KPI: it says what one row counts, the engine adds"),
                Arguments.of(
                        "as numerator",
                        "as value",
                        "line 9: its roll-up needs the columns [numerator, denominator], it has [value, denominator]"),
                Arguments.of(
                        "title:    { en: Waiting, fi: Odotus, sv: Väntan }",
                        "title:    { en: Waiting }",
                        "line 2: 'title' needs en, fi and sv, has [en]"),
                Arguments.of(
                        "better:   higher",
                        "quantile: 0.5\nbetter:   higher",
                        "line 7: 'quantile' means nothing for rollup 'ratio'"),
                Arguments.of("/*", "--", "line 1: must begin with its header: /* title: … */"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void namesFileLineAndRemedyOfAWrongHeaderOrSelect(String good, String bad, String message) {
        String text = GOOD.replace(good, bad);

        DefinitionException error =
                assertThrows(DefinitionException.class, () -> Kpi.of(SqlFile.parse("kpi", "waiting", text)));

        assertEquals("kpi/waiting.sql, " + message, error.getMessage());
    }
}
