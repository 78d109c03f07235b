package city.luotsi.dashboard.snapshot;

import city.luotsi.dashboard.Published;

/** The made-up city, opened once for all tests of this process. */
public final class SnapshotFixture {
    private static final class Once {
        private static final Snapshot SNAPSHOT = new Snapshots(new DataFolder(Published.copy()))
                .current("helsinki-demo")
                .orElseThrow();
    }

    private SnapshotFixture() {}

    public static Snapshot helsinkiDemo() {
        return Once.SNAPSHOT;
    }
}
