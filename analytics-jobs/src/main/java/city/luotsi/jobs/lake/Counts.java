package city.luotsi.jobs.lake;

/** What became of a file's good records. */
record Counts(long inserted, long updated, long unchanged, long superseded) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts with(Change change, long count) {
        return switch (change) {
            case INSERTED -> new Counts(inserted + count, updated, unchanged, superseded);
            case UPDATED -> new Counts(inserted, updated + count, unchanged, superseded);
            case UNCHANGED, RESTATED -> new Counts(inserted, updated, unchanged + count, superseded);
            case SUPERSEDED -> new Counts(inserted, updated, unchanged, superseded + count);
        };
    }
}
