package city.luotsi.dashboard.chart;

import java.util.List;
import java.util.Optional;

/**
 * What is drawn of figures over time, without a pixel in it: upright in parts of the plot's height, 0 at its foot to 1;
 * sideways in columns, counted from 0, which stand at even distances. The browser gets it as it is.
 *
 * @param unit above the axis; "" where each of its numbers says it
 * @param levels the numbers beside the axis
 * @param letters of the longest name below the axis
 * @param lines the one that it is about, then those beside it; each tells something of every column
 */
public record LinePlot(
        String unit,
        List<Level> levels,
        List<Column> columns,
        int letters,
        List<Line> lines,
        Optional<Aim> aim,
        List<Mark> marks) {

    public record Level(double at, String text) {}

    /**
     * @param key what a click on it tells
     * @param tick its name below the axis; "" for none
     * @param slots for how many such names the plot must have room for this one to stand there
     */
    public record Column(String key, String tick, double slots) {}

    /** @param dotted whether each of its points is marked */
    public record Line(List<Run> runs, List<Told> told, boolean filled, boolean dotted) {
        public Line {
            runs = List.copyOf(runs);
            told = List.copyOf(told);
        }
    }

    /** Points without a gap between them. */
    public record Run(int from, List<Double> heights) {
        public Run {
            heights = List.copyOf(heights);
            if (heights.isEmpty()) {
                throw new IllegalArgumentException("nothing runs from column " + from);
            }
        }
    }

    /** What a line tells of a column on hover: the figure with what stands behind it, or why there is none. */
    public record Told(String title, String text) {}

    /** A line of what should be reached, its text above or below it. */
    public record Aim(double at, String text, boolean above) {}

    /**
     * An upright line.
     *
     * @param row of its text, counted from above, so that neighbours don't cover each other's
     */
    public record Mark(int column, String text, int row) {}

    public LinePlot {
        levels = List.copyOf(levels);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        for (Line line : lines) {
            if (line.told().size() != columns.size()) {
                throw new IllegalArgumentException("a line tells of %d columns, there are %d"
                        .formatted(line.told().size(), columns.size()));
            }
        }
    }

    /** The same with days that somebody noted. */
    public LinePlot marked(List<Mark> noted) {
        return new LinePlot(unit, levels, columns, letters, lines, aim, noted);
    }
}
