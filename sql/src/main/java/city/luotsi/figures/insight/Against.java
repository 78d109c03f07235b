package city.luotsi.figures.insight;

/** What a figure departs from. */
public enum Against {
    /** What it usually is. */
    PATTERN,
    /** What is aimed at. */
    TARGET
}
