package city.luotsi.figures.catalogue;

/** What a published table holds for each of its cuts: sums, counts by log bucket, or mergeable sketches. */
public enum GrainKind {
    CELL,
    BUCKET,
    SKETCH
}
