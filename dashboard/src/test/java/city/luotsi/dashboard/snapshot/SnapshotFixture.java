package city.luotsi.dashboard.snapshot;

import city.luotsi.dashboard.Published;
import java.nio.file.Path;

/** The made-up city, opened once for all tests of this process. */
public final class SnapshotFixture {
    private static final class Once {
        private static final Snapshot SNAPSHOT = in(Published.copy());
    }

    private SnapshotFixture() {}

    /** The newest publication of a folder with Helsinki's demonstration city. */
    public static Snapshot in(Path data) {
        return snapshots(data).current("helsinki-demo").orElseThrow();
    }

    /** All publications of a folder. */
    public static Snapshots snapshots(Path data) {
        return new Snapshots(new DataFolder(data));
    }

    public static Snapshot helsinkiDemo() {
        return Once.SNAPSHOT;
    }
}
