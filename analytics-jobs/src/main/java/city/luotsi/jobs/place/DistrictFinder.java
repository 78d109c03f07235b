package city.luotsi.jobs.place;

import city.luotsi.figures.catalogue.DefinitionException;
import city.luotsi.figures.city.Member;
import city.luotsi.figures.city.Polygons;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** The district of a point in WGS 84: by its polygons where there are any, else by the nearest point inside a district. */
public final class DistrictFinder implements Serializable {
    /** Farther from every district's point than this, a place isn't in the city. */
    private static final double FARTHEST_KILOMETRES = 10;

    private static final double EARTH_RADIUS_KILOMETRES = 6371;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final ArrayList<Spot> spots;
    private final ArrayList<Shape> shapes;

    @SuppressWarnings("serial") // made anew on every worker: prepared geometries don't travel
    private transient @Nullable STRtree tree;

    private DistrictFinder(List<Spot> spots, List<Shape> shapes) {
        this.spots = new ArrayList<>(spots);
        this.shapes = new ArrayList<>(shapes);
    }

    public static DistrictFinder byNearestPoint(List<Member> districts) {
        return new DistrictFinder(
                districts.stream()
                        .filter(district -> district.longitude().isPresent())
                        .map(district -> new Spot(
                                district.id(),
                                district.longitude().getAsDouble(),
                                district.latitude().orElseThrow()))
                        .toList(),
                List.of());
    }

    /** @throws DefinitionException if the file is no GeoJSON with that property */
    public static DistrictFinder byPolygons(Path file, Polygons polygons) {
        return new DistrictFinder(List.of(), read(file, polygons));
    }

    public boolean hasPolygons() {
        return !shapes.isEmpty();
    }

    /** The districts' outlines by code, as coarse as a map shows them; empty where there are no polygons. */
    public Map<String, Geometry> outlines() {
        Map<String, List<Geometry>> parts = new LinkedHashMap<>();
        shapes.forEach(shape ->
                parts.computeIfAbsent(shape.code(), code -> new ArrayList<>()).add(shape.geometry()));
        return Outlines.simplified(parts);
    }

    /** The same for two that find the same. */
    public String fingerprint() {
        return hasPolygons() ? shapes.toString() : spots.toString();
    }

    /** The district's code; empty outside the city. */
    public Optional<String> at(double longitude, double latitude) {
        return hasPolygons() ? inside(longitude, latitude) : nearest(longitude, latitude);
    }

    private record Spot(String code, double longitude, double latitude) implements Serializable {}

    private record Shape(String code, Geometry geometry) implements Serializable {}

    private record Prepared(String code, PreparedGeometry geometry) {}

    private Optional<String> inside(double longitude, double latitude) {
        Point point = GEOMETRY.createPoint(new Coordinate(longitude, latitude));
        for (Object candidate : tree().query(new Envelope(point.getCoordinate()))) {
            if (candidate instanceof Prepared area && area.geometry().intersects(point)) {
                return Optional.of(area.code());
            }
        }
        return Optional.empty();
    }

    private synchronized STRtree tree() {
        STRtree built = tree;
        if (built == null) {
            built = new STRtree();
            for (Shape shape : shapes) {
                built.insert(
                        shape.geometry().getEnvelopeInternal(),
                        new Prepared(shape.code(), PreparedGeometryFactory.prepare(shape.geometry())));
            }
            built.build();
            tree = built;
        }
        return built;
    }

    private Optional<String> nearest(double longitude, double latitude) {
        return spots.stream()
                .min(Comparator.comparingDouble(spot -> kilometres(spot, longitude, latitude)))
                .filter(spot -> kilometres(spot, longitude, latitude) <= FARTHEST_KILOMETRES)
                .map(Spot::code);
    }

    /** Flat-earth distance: a city is small. */
    private static double kilometres(Spot spot, double longitude, double latitude) {
        double middle = Math.toRadians((spot.latitude() + latitude) / 2);
        double east = Math.toRadians(longitude - spot.longitude()) * Math.cos(middle);
        double north = Math.toRadians(latitude - spot.latitude());
        return EARTH_RADIUS_KILOMETRES * Math.hypot(east, north);
    }

    private static List<Shape> read(Path file, Polygons polygons) {
        try {
            JsonNode features =
                    new ObjectMapper().readTree(Files.readString(file)).path("features");
            List<Shape> areas = new ArrayList<>();
            for (JsonNode feature : features) {
                String code =
                        feature.path("properties").path(polygons.property()).asText("");
                if (code.isEmpty()) {
                    throw new DefinitionException(
                            file.toString(), "a feature has no property '%s'".formatted(polygons.property()));
                }
                Geometry shape = new GeoJsonReader(GEOMETRY)
                        .read(feature.path("geometry").toString());
                // some public files hold rings that touch themselves; a zero buffer mends them
                areas.add(new Shape(code, shape.isValid() ? shape : shape.buffer(0)));
            }
            if (areas.isEmpty()) {
                throw new DefinitionException(file.toString(), "holds no features; expected GeoJSON polygons");
            }
            return areas;
        } catch (ParseException | JsonProcessingException e) {
            throw new DefinitionException(file.toString(), "not readable as GeoJSON: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }
}
