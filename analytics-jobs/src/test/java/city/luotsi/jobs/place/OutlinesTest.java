package city.luotsi.jobs.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.luotsi.figures.city.Polygons;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Two districts whose border has a thousand little bends, and a third on an island in two parts. */
class OutlinesTest {
    @TempDir
    private Path folder;

    @Test
    void are_coarser_than_the_polygons_and_still_meet_without_gap_or_overlap() throws Exception {
        Geometry west = outline("west");
        Geometry east = outline("east");
        assertTrue(west.getNumPoints() < 100, west.toText());
        assertEquals(0, west.intersection(east).getArea());
        assertEquals(west.getArea() + east.getArea(), west.union(east).getArea(), 1e-12);
        assertEquals(0.02, west.getArea() + east.getArea(), 1e-9);
    }

    @Test
    void together_they_are_one_without_what_gapes_between_them() throws Exception {
        Geometry west = outline("west");
        Geometry apart = AffineTransformation.translationInstance(0.00001, 0).transform(outline("east"));
        assertEquals(2, west.union(apart).getNumGeometries());
        Geometry both = Outlines.together(List.of(west, apart));
        assertEquals(1, both.getNumGeometries());
        assertEquals(west.getArea() + apart.getArea(), both.getArea(), 1e-5);
        assertEquals(2, outline("island").getNumGeometries(), "two parts of one district");
    }

    @Test
    void without_polygons_there_are_none() {
        assertTrue(DistrictFinder.byNearestPoint(List.of()).outlines().isEmpty());
    }

    private Geometry outline(String id) throws Exception {
        return Objects.requireNonNull(outlines().get(id));
    }

    private Map<String, Geometry> outlines() throws Exception {
        List<String> border = new ArrayList<>();
        for (int i = 0; i <= 1000; i++) {
            border.add(at(25.0 + (i % 2 == 0 ? 0 : 0.00002), 60.0 + i * 0.0001));
        }
        String file = """
                {"type": "FeatureCollection", "features": [%s]}
                """.formatted(Stream.of(
                        feature("west", at(24.9, 60.0), String.join(",", border), at(24.9, 60.1), at(24.9, 60.0)),
                        feature(
                                "east",
                                at(25.1, 60.0),
                                at(25.1, 60.1),
                                String.join(",", border.reversed()),
                                at(25.1, 60.0)),
                        feature("island", at(25.2, 60.0), at(25.25, 60.0), at(25.25, 60.05), at(25.2, 60.0)),
                        feature("island", at(25.3, 60.0), at(25.35, 60.0), at(25.35, 60.05), at(25.3, 60.0)))
                .collect(Collectors.joining(",")));
        Path path = Files.writeString(folder.resolve("districts.geojson"), file);
        return DistrictFinder.byPolygons(path, new Polygons("districts.geojson", "id"))
                .outlines();
    }

    private static String feature(String id, String... ring) {
        return """
                {"type": "Feature", "properties": {"id": "%s"}, "geometry": {"type": "Polygon", "coordinates": [[%s]]}}
                """.formatted(id, String.join(",", ring));
    }

    private static String at(double longitude, double latitude) {
        return String.format(Locale.ROOT, "[%.6f, %.6f]", longitude, latitude);
    }
}
