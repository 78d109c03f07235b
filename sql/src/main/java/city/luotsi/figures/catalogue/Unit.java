package city.luotsi.figures.catalogue;

/** What a figure is counted in. Shares are 0..1; durations are days; money is in the city's currency. */
public enum Unit {
    COUNT,
    PERCENT,
    DAYS,
    MONEY,
    RATE
}
