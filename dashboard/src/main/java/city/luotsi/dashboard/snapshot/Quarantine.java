package city.luotsi.dashboard.snapshot;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The records that the jobs could not take, beside the reasons. */
@Component
public final class Quarantine {
    private final DataFolder folder;

    Quarantine(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Not on the thread of a request.
     *
     * @param most how many
     * @throws SQLException if they can't be read
     */
    public List<QuarantinedRecord> records(String city, int most) throws SQLException {
        List<Path> files = folder.quarantined(city);
        if (files.isEmpty()) {
            return List.of();
        }
        String list = String.join(", ", files.stream().map(_ -> "?").toList());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement statement = connection.prepareStatement("""
                        -- one row per record
                        select file, source, record, reason, coalesce(original, '') as original
                        from read_parquet([%s])
                        order by file, record
                        limit ?
                        """.formatted(list))) {
            for (int i = 0; i < files.size(); i++) {
                statement.setString(i + 1, files.get(i).toString());
            }
            statement.setInt(files.size() + 1, most);
            List<QuarantinedRecord> records = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(new QuarantinedRecord(
                            rows.getString("file"),
                            rows.getString("source"),
                            rows.getLong("record"),
                            rows.getString("reason"),
                            rows.getString("original")));
                }
            }
            return records;
        }
    }
}
