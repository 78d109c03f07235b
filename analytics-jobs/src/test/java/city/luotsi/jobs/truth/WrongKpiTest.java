package city.luotsi.jobs.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Definitions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A KPI that names a column or dimension its subject doesn't have stops the refresh, whatever its roll-up. */
class WrongKpiTest {
    @ParameterizedTest
    @ValueSource(strings = {"sum", "quantile\nquantile: 0.5", "distinct"})
    void aMisspeltColumnIsNamedWithFileAndLineAndNothingIsPublished(String rollup, @TempDir Path data)
            throws Exception {
        PublishedCity city = new PublishedCity(data, "helsinki");
        city.ingest(Files.writeString(
                data.resolve("events.csv"), "event_id,requested_at,status\na,2026-01-05T10:00:00Z,open\n"));
        Path kpi = Files.createDirectories(data.resolve("sql/kpi")).resolve("wrong.sql");
        Files.writeString(kpi, """
                /*
                title:   { en: Wrong, fi: Väärä, sv: Fel }
                meaning: { en: "Wrong.", fi: "Väärä.", sv: "Fel." }
                of:      service_step
                rollup:  %s
                unit:    count
                better:  neither
                */
                select resident as value
                from service_step
                where chanel = 'web'
                """.formatted(rollup));

        DefinitionException error = assertThrows(
                DefinitionException.class,
                () -> city.publish(Definitions.builtIn().with(data.resolve("sql"))));

        String message = String.valueOf(error.getMessage());
        int line = 11 + (int) rollup.lines().count() - 1;
        assertEquals("kpi/wrong.sql, line " + line, message.substring(0, message.indexOf(':')));
        assertTrue(message.contains("`chanel`") && message.contains("`channel`"), message);
        assertFalse(Files.exists(city.folders().publications("helsinki").resolve("1.json")), message);
    }
}
