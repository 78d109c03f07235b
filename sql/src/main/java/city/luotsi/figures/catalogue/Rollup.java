package city.luotsi.figures.catalogue;

import java.util.List;

/** How a KPI adds up over time and over dimensions. It fixes the columns of the KPI's select. */
public enum Rollup {
    /** Added. */
    SUM("value"),
    /** Both parts added apart, divided last; stored as 0..1. */
    RATIO("numerator", "denominator"),
    /** Changes (+1, −1), added up to the end of the period. */
    STOCK("value"),
    /**
     * The mean age, in days, of what is in stock at the end of the period: {@code value} is the change as in a stock,
     * {@code since} is the change times the day number (days since 1970-01-01) on which the thing came into stock.
     */
    STOCK_AGE("value", "since"),
    /** Added, then divided by the mean population of the cut's districts and ages in the period. */
    PER_RESIDENT("value"),
    /** Buckets added; the smallest value with at least the asked share at or below it. */
    QUANTILE("value"),
    /** Sketches merged, never added. */
    DISTINCT("value");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    Rollup(String... columns) {
        this.columns = List.of(columns);
    }

    /** The columns that the KPI's select must have, in this order. */
    public List<String> columns() {
        return columns;
    }

    public boolean isStock() {
        return this == STOCK || this == STOCK_AGE;
    }

    public GrainKind grainKind() {
        return switch (this) {
            case SUM, RATIO, STOCK, STOCK_AGE, PER_RESIDENT -> GrainKind.CELL;
            case QUANTILE -> GrainKind.BUCKET;
            case DISTINCT -> GrainKind.SKETCH;
        };
    }
}
