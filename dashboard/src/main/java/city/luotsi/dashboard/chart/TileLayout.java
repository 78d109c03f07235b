package city.luotsi.dashboard.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Places on a map become tiles of the same size that lie like the city: each in the free cell nearest to where it belongs, then moved and
 * swapped as long as all together come nearer. The same places always give the same tiles.
 */
public final class TileLayout {
    /** How much of the grid is filled: the rest is what keeps the shape of the city. */
    private static final double FILLED = 0.62;

    private static final double WIDER_THAN_HIGH = 1.25;

    /** @param longitude of a point inside it, WGS 84 */
    public record Place(String id, double longitude, double latitude) {}

    /** From 0; rows from the north. */
    public record Cell(int column, int row) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Comparator.comparingInt(Cell::row)
                    .thenComparingInt(Cell::column)
                    .compare(this, other);
        }
    }

    private record Point(double x, double y) {
        /** Squared: one far away is worse than two a little off. */
        double distance(Point other) {
            return (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y);
        }

        double off(Cell cell) {
            return distance(new Point(cell.column(), cell.row()));
        }
    }

    private final List<Place> places;
    private final int columns;
    private final int rows;
    private final List<Point> wanted = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final TreeSet<Cell> free = new TreeSet<>();

    private TileLayout(List<Place> places) {
        this.places = places.stream().sorted(Comparator.comparing(Place::id)).toList();
        double all = places.size() / FILLED;
        this.columns = (int) Math.ceil(Math.sqrt(all * WIDER_THAN_HIGH));
        this.rows = (int) Math.ceil(all / columns);
    }

    /** The cell of each place. */
    public static Map<String, Cell> of(List<Place> places) {
        return places.isEmpty() ? Map.of() : new TileLayout(places).arranged();
    }

    private Map<String, Cell> arranged() {
        List<Double> x = spread(Place::longitude);
        List<Double> y = spread(place -> -place.latitude());
        for (int i = 0; i < places.size(); i++) {
            wanted.add(new Point(x.get(i) * (columns - 1), y.get(i) * (rows - 1)));
        }
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                free.add(new Cell(column, row));
            }
        }
        settle();
        while (improve()) {}
        Map<String, Cell> arranged = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            arranged.put(places.get(i).id(), cells.get(i));
        }
        return arranged;
    }

    /** Halfway between true distances and mere order: a city is dense in its middle, and tiles can't be. */
    private List<Double> spread(ToDoubleFunction<Place> coordinate) {
        List<Double> values = places.stream().map(coordinate::applyAsDouble).toList();
        double lowest = Collections.min(values);
        double width = Math.max(1e-9, Collections.max(values) - lowest);
        List<Integer> order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .toList();
        double last = Math.max(1, values.size() - 1);
        return IntStream.range(0, values.size())
                .mapToObj(i -> (order.indexOf(i) / last + (values.get(i) - lowest) / width) / 2)
                .toList();
    }

    /** From the middle outwards, where it is crowded first. */
    private void settle() {
        Point middle = new Point((columns - 1) / 2.0, (rows - 1) / 2.0);
        cells.addAll(Collections.nCopies(places.size(), new Cell(0, 0)));
        IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wanted.get(i).distance(middle)))
                .forEach(i -> take(i, Collections.min(free, Comparator.comparingDouble(wanted.get(i)::off))));
    }

    private void take(int place, Cell cell) {
        free.remove(cell);
        cells.set(place, cell);
    }

    private boolean improve() {
        boolean better = false;
        for (int i = 0; i < places.size(); i++) {
            Cell nearest = free.isEmpty()
                    ? cells.get(i)
                    : Collections.min(free, Comparator.comparingDouble(wanted.get(i)::off));
            if (isNearer(wanted.get(i).off(nearest), wanted.get(i).off(cells.get(i)))) {
                free.add(cells.get(i));
                take(i, nearest);
                better = true;
            }
            for (int j = i + 1; j < places.size(); j++) {
                double now = wanted.get(i).off(cells.get(i)) + wanted.get(j).off(cells.get(j));
                double swapped = wanted.get(i).off(cells.get(j)) + wanted.get(j).off(cells.get(i));
                if (isNearer(swapped, now)) {
                    Collections.swap(cells, i, j);
                    better = true;
                }
            }
        }
        return better;
    }

    private static boolean isNearer(double one, double other) {
        return one < other - 1e-9;
    }
}
