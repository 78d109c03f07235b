package city.luotsi.dashboard.comparison;

import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Unit;
import java.util.Optional;

/**
 * How much a figure changed, and whether that is good news.
 *
 * @param by in percentage points (0..1) for shares, else as a part of the figure before
 * @param points true if {@code by} is in percentage points
 */
public record Change(double by, boolean points, Direction direction, Tone tone) {
    /** Less than this reads as 0.0. */
    private static final double UNNOTICED = 0.0005;

    public enum Direction {
        UP,
        DOWN,
        SAME
    }

    public enum Tone {
        GOOD,
        BAD,
        NEUTRAL
    }

    /** Empty if the figure before was 0 and the change can't be told as a part of it. */
    static Optional<Change> of(Kpi kpi, double now, double before) {
        boolean points = kpi.unit() == Unit.PERCENT;
        if (!points && before == 0 && now != 0) {
            return Optional.empty();
        }
        double by = points ? now - before : now == before ? 0 : (now - before) / Math.abs(before);
        Direction direction = Math.abs(by) < UNNOTICED ? Direction.SAME : by > 0 ? Direction.UP : Direction.DOWN;
        return Optional.of(new Change(by, points, direction, tone(kpi, direction)));
    }

    private static Tone tone(Kpi kpi, Direction direction) {
        if (direction == Direction.SAME) {
            return Tone.NEUTRAL;
        }
        return switch (kpi.better()) {
            case HIGHER -> direction == Direction.UP ? Tone.GOOD : Tone.BAD;
            case LOWER -> direction == Direction.DOWN ? Tone.GOOD : Tone.BAD;
            case NEITHER -> Tone.NEUTRAL;
        };
    }
}
