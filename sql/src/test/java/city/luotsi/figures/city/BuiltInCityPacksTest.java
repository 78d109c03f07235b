package city.luotsi.figures.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.catalogue.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInCityPacksTest {
    private static final CityPacks PACKS = new CityPacks(Definitions.builtIn());

    @ParameterizedTest
    @ValueSource(strings = {"helsinki", "newyork"})
    void everyPackNamesOnlyKpisThatExist(String id) {
        CityPack pack = PACKS.read(id);
        var kpis = Catalogue.of(Definitions.builtIn()).kpis().keySet();

        assertTrue(kpis.containsAll(pack.headline()), "headline " + pack.headline());
        assertTrue(kpis.containsAll(pack.owners().keySet()), "owners " + pack.owners());
        pack.targets().forEach(target -> assertTrue(kpis.contains(target.kpi()), target.toString()));
    }

    @Test
    void helsinkiHasItsDivisionsDistrictsAndResidents() {
        CityPack helsinki = PACKS.read("helsinki");

        assertEquals(5, helsinki.members("department").size());
        assertEquals(8, helsinki.members("major_district").size());
        assertEquals(34, helsinki.members("district").size());
        assertTrue(helsinki.members("service").size() >= 60);
        // City of Helsinki, 2022: 658,457 residents, 645,556 of them in a district
        assertEquals(658_457, residents(helsinki, 2022, false));
        assertEquals(645_556, residents(helsinki, 2022, true));
        assertEquals(
                "Malm",
                helsinki.members("district").stream()
                        .filter(district -> district.id().equals("503"))
                        .findFirst()
                        .orElseThrow()
                        .name()
                        .in(Locale.of("sv")));
    }

    @Test
    void anUnknownCityIsNamedWithThoseThatAre() {
        DefinitionException error = assertThrows(DefinitionException.class, () -> PACKS.read("atlantis"));
        assertEquals(
                "city 'atlantis': is unknown; known are [helsinki, newyork], or add city/atlantis/city.yaml with --sql",
                error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "target.csv, \"kpi,department,from,value,decision\", \"requests,,2026-13-01,5,somebody\", Text '2026-13-01'",
                "target.csv, \"kpi,department,from,value,decision\", \"requests,moon,2026-01-01,5,somebody\", unknown department 'moon'",
                "priority.csv, \"service,kpi,priority\", \"building_permit,,11\", \"'priority' goes from 0 to 10, was 11.0\"",
                "priority.csv, \"service,kpi,priority\", \"building_permit,,high\", \"'priority' must be a number, was 'high'\"",
                "priority.csv, \"service,kpi,priority\", \"moon_permit,,2\", unknown service 'moon_permit'"
            })
    void aWrongLineOfAPackIsNamed(String file, String head, String line, String why, @TempDir Path folder)
            throws IOException {
        Path pack = Files.createDirectories(folder.resolve("city/helsinki"));
        Files.writeString(pack.resolve(file), head + "\n" + line + "\n");

        DefinitionException error = assertThrows(
                DefinitionException.class,
                () -> new CityPacks(Definitions.builtIn().with(folder)).read("helsinki"));

        String message = String.valueOf(error.getMessage());
        assertTrue(message.startsWith("city/helsinki/%s, line 2: %s".formatted(file, why)), message);
    }

    private static long residents(CityPack pack, int year, boolean inDistricts) {
        List<Residents> figures = pack.population().stream()
                .filter(figure -> figure.year() == year
                        && (!inDistricts || figure.district().isPresent()))
                .toList();
        return figures.stream().mapToLong(Residents::residents).sum();
    }
}
