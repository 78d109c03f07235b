package city.luotsi.dashboard;

import static city.luotsi.dashboard.FixturePublication.execute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What the jobs leave beside the publications. */
final class FixtureRuns {
    private FixtureRuns() {}

    static void write(Path city) throws IOException, SQLException {
        Path runs = Files.createDirectories(city.resolve("runs"));
        Files.writeString(runs.resolve("20261124T041000.000Z-ingest.json"), """
                {"verb": "ingest", "started": "2026-11-24T04:10:00Z", "seconds": 12.5, "outcome": "succeeded", "message": "",
                 "files": [{"name": "november.csv", "file": "ab", "source": "events", "read": 1002, "inserted": 900, "updated": 60,
                            "unchanged": 30, "superseded": 10, "quarantined": 2}], "notes": []}
                """);
        Files.writeString(runs.resolve("20261124T040000.000Z-ingest.json"), """
                {"verb": "ingest", "started": "2026-11-24T04:00:00Z", "seconds": 0.5, "outcome": "failed",
                 "message": "empty.csv is empty", "files": [], "notes": []}
                """);
        Path quarantine = Files.createDirectories(city.resolve("quarantine").resolve("ab12cd34ef56ab78"));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            execute(
                    connection,
                    "copy (select 'ab12cd34ef56ab78' as file, 'events' as source, 17 as record,"
                            + " 'impossible channel: pigeon' as reason, '{}' as original) to '%s' (format parquet)"
                                    .formatted(quarantine.resolve("part-0.parquet")));
        }
    }
}
