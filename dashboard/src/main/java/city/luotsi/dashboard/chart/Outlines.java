package city.luotsi.dashboard.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Polygons of a city on a plane, north above: a city is small enough for one width of a degree.
 *
 * @param width in the pixels of a large screen
 * @param areas in the order they were given
 */
record Outlines(double width, double height, List<Area> areas) {
    private static final double WIDEST = 1000;
    private static final double HIGHEST = 680;
    private static final Pattern RING = Pattern.compile("\\(([^()]+)\\)");

    /**
     * One of them.
     *
     * @param path as SVG spells it
     * @param middle of its largest part
     * @param wide that part's width
     */
    record Area(String path, Point middle, double wide) {}

    record Point(double x, double y) {}

    private record Ring(List<Point> points) {
        double least(ToDoubleFunction<Point> of) {
            return points.stream().mapToDouble(of).min().orElseThrow();
        }

        double most(ToDoubleFunction<Point> of) {
            return points.stream().mapToDouble(of).max().orElseThrow();
        }

        /** Twice what it encloses, by the shoelace formula; negative if it runs the other way round. */
        double twiceArea() {
            double sum = 0;
            for (int i = 0; i < points.size() - 1; i++) {
                sum += cross(i);
            }
            return sum;
        }

        Point centroid() {
            double x = 0;
            double y = 0;
            for (int i = 0; i < points.size() - 1; i++) {
                x += (points.get(i).x() + points.get(i + 1).x()) * cross(i);
                y += (points.get(i).y() + points.get(i + 1).y()) * cross(i);
            }
            double area = 3 * twiceArea();
            return area == 0 ? points.getFirst() : new Point(x / area, y / area);
        }

        private double cross(int i) {
            return points.get(i).x() * points.get(i + 1).y()
                    - points.get(i + 1).x() * points.get(i).y();
        }

        String path() {
            return points.stream()
                    .map(point -> String.format(Locale.ROOT, "%.1f %.1f", point.x(), point.y()))
                    .collect(Collectors.joining("L", "M", "Z"));
        }
    }

    Outlines {
        areas = List.copyOf(areas);
    }

    /** @param texts well-known text, degrees of WGS 84; at least one */
    static Outlines of(List<String> texts) {
        List<List<Ring>> degrees = texts.stream().map(Outlines::rings).toList();
        Ring all = new Ring(degrees.stream()
                .flatMap(List::stream)
                .flatMap(ring -> ring.points().stream())
                .toList());
        double west = all.least(Point::x);
        double north = all.most(Point::y);
        double south = all.least(Point::y);
        double wide = (all.most(Point::x) - west) * Math.cos(Math.toRadians((south + north) / 2));
        double down = Math.min(WIDEST / wide, HIGHEST / (north - south));
        double across = down * Math.cos(Math.toRadians((south + north) / 2));
        List<Area> areas = degrees.stream()
                .map(rings -> area(rings.stream()
                        .map(ring -> new Ring(ring.points().stream()
                                .map(point -> new Point((point.x() - west) * across, (north - point.y()) * down))
                                .toList()))
                        .toList()))
                .toList();
        return new Outlines(wide * down, (north - south) * down, areas);
    }

    private static List<Ring> rings(String text) {
        List<Ring> rings = new ArrayList<>();
        for (MatchResult ring : RING.matcher(text).results().toList()) {
            List<Point> points = new ArrayList<>();
            for (String pair : ring.group(1).split(",", -1)) {
                String[] numbers = pair.strip().split(" ", 2);
                points.add(new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
            }
            rings.add(new Ring(points));
        }
        return rings;
    }

    private static Area area(List<Ring> rings) {
        Ring largest = rings.stream()
                .max(Comparator.comparingDouble(ring -> Math.abs(ring.twiceArea())))
                .orElseThrow();
        return new Area(
                rings.stream().map(Ring::path).collect(Collectors.joining()),
                largest.centroid(),
                largest.most(Point::x) - largest.least(Point::x));
    }
}
