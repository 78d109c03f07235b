package city.luotsi.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.chart.TileLayout.Cell;
import city.luotsi.dashboard.chart.TileLayout.Place;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPacks;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileLayoutTest {

    @ParameterizedTest
    @ValueSource(strings = {"helsinki", "newyork"})
    void every_district_has_a_tile_of_its_own_and_neighbours_stay_on_their_side(String pack) {
        List<Place> places = districts(pack);
        Map<String, Cell> cells = TileLayout.of(places);
        assertThat(cells).hasSameSizeAs(places);
        assertThat(new HashSet<>(cells.values())).hasSameSizeAs(places);
        long pairs = 0;
        long kept = 0;
        for (Place one : places) {
            for (Place other : places) {
                if (other.longitude() - one.longitude() > 0.03) {
                    pairs++;
                    kept += cell(cells, one.id()).column()
                                    <= cell(cells, other.id()).column()
                            ? 1
                            : 0;
                }
            }
        }
        assertThat((double) kept / pairs).isGreaterThan(0.97);
    }

    @Test
    void the_same_places_give_the_same_tiles_in_whatever_order_they_come() {
        List<Place> places = districts("helsinki");
        assertThat(TileLayout.of(places.reversed())).isEqualTo(TileLayout.of(places));
    }

    @Test
    void of_two_places_the_northern_one_is_above_and_one_place_is_a_tile() {
        Map<String, Cell> two = TileLayout.of(List.of(new Place("south", 25, 60.1), new Place("north", 25, 60.3)));
        assertThat(cell(two, "north").row()).isLessThan(cell(two, "south").row());
        assertThat(TileLayout.of(List.of(new Place("only", 25, 60)))).hasSize(1);
        assertThat(TileLayout.of(Collections.emptyList())).isEmpty();
    }

    private static Cell cell(Map<String, Cell> cells, String id) {
        return Objects.requireNonNull(cells.get(id));
    }

    private static List<Place> districts(String pack) {
        return new CityPacks(Definitions.builtIn())
                .read(pack).members("district").stream()
                        .filter(district -> district.longitude().isPresent())
                        .map(district -> new Place(
                                district.id(),
                                district.longitude().orElseThrow(),
                                district.latitude().orElseThrow()))
                        .toList();
    }
}
