package city.luotsi.jobs.lake;

/** What a row is to the lake. */
enum Change {
    /** The first of its key. */
    INSERTED,
    /** Newer than what the lake has, and different. */
    UPDATED,
    /** Says what the lake, or a newer row of the same file, says. */
    UNCHANGED,
    /** Unchanged, but by a newer file: only the lake's note of where it is from changes. */
    RESTATED,
    /** Older than what the lake, or another row of the same file, says. */
    SUPERSEDED;

    boolean isWritten() {
        return this == INSERTED || this == UPDATED || this == RESTATED;
    }
}
