package city.luotsi.figures.insight;

/** Where a signal is in its life, from publication to publication. */
public enum SignalState {
    /** Told for the first time. */
    NEW,
    /** Told before, and still so. */
    CONTINUING,
    /** Still off over its whole time, but the newest week or month is as usual. */
    FADING,
    /** Told before, and no longer so. */
    OVER
}
