package city.luotsi.figures.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final String SUBJECT = """
            /*
            row: "one request"
            cells: [day service chanel]
            */
            select day, service, channel from service_event
            """;
    private static final String SERVICE = "title: { en: Service, fi: Palvelu, sv: Tjänst }\nposition: 1\n";

    @Test
    void namesAnUnknownDimensionAndTheKnownOnes() {
        List<SqlFile> subjects = List.of(SqlFile.parse("subject", "request", SUBJECT));

        DefinitionException error = assertThrows(
                DefinitionException.class, () -> Catalogue.of(List.of(), subjects, Map.of("service", SERVICE)));

        assertTrue(
                String.valueOf(error.getMessage())
                        .contains(
                                "grain 'request_by_day_service_chanel' names the unknown dimension 'chanel'; known are [service]"),
                error.getMessage());
    }

    @Test
    void namesAnUnknownParentOfADimension() {
        Map<String, String> dimensions = Map.of("service", "parent: departement\n" + SERVICE);

        DefinitionException error =
                assertThrows(DefinitionException.class, () -> Catalogue.of(List.of(), List.of(), dimensions));

        assertEquals("dimension/service.yaml: unknown parent 'departement'; known are [service]", error.getMessage());
    }
}
