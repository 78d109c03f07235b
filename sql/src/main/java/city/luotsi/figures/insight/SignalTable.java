package city.luotsi.figures.insight;

import city.luotsi.figures.query.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The published tables {@code signal} and {@code insight}. */
public final class SignalTable {
    private SignalTable() {}

    public static void write(Connection connection, Findings findings) throws SQLException {
        Reach reach =
                findings.reach().orElseThrow(() -> new IllegalArgumentException("nobody says how far was looked"));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into insight values (?, ?, ?, ?, ?, ?, ?)")) {
            bind(
                    insert,
                    findings.comparisons(),
                    reach.compared(),
                    reach.withheld(),
                    reach.thin(),
                    findings.threshold(),
                    findings.thresholdOfMonths(),
                    findings.falseAlarmsAMonth());
            insert.execute();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into signal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Signal signal : findings.signals()) {
                bind(
                        insert,
                        signal.id(),
                        signal.kpi(),
                        signal.slice().department().orElse(null),
                        signal.slice().service().orElse(null),
                        signal.slice().district().orElse(null),
                        signal.slice().channel().orElse(null),
                        signal.pace().name().toLowerCase(Locale.ROOT),
                        signal.up() ? "up" : "down",
                        signal.state().name().toLowerCase(Locale.ROOT),
                        signal.since(),
                        signal.through(),
                        signal.observed(),
                        signal.expected(),
                        signal.cases(),
                        signal.beyond(),
                        signal.z(),
                        signal.certainty(),
                        signal.priority(),
                        signal.rank(),
                        signal.firstTold().atOffset(ZoneOffset.UTC),
                        signal.lead(),
                        signal.against().name().toLowerCase(Locale.ROOT));
                insert.execute();
            }
        }
    }

    /** What a publication says of itself; one that was made before signals were says nothing. */
    public static Findings read(Connection connection) throws SQLException {
        if (!isThere(connection)) {
            return Findings.NONE;
        }
        List<Signal> signals = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from signal order by \"rank\" desc, id")) {
            while (row.next()) {
                signals.add(signal(row));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from insight")) {
            return row.next()
                    ? new Findings(
                            signals,
                            row.getLong("comparisons"),
                            reach(row),
                            row.getDouble("threshold"),
                            row.getDouble(has(row, "threshold_months") ? "threshold_months" : "threshold"),
                            row.getDouble("false_alarms_a_month"))
                    : Findings.NONE;
        }
    }

    /** Once only the figures were counted in which something is hidden, of each slice many. */
    private static Optional<Reach> reach(ResultSet row) throws SQLException {
        return has(row, "compared")
                ? Optional.of(new Reach(row.getLong("compared"), row.getLong("withheld"), row.getLong("thin")))
                : Optional.empty();
    }

    /** Months once had the threshold of weeks. */
    private static boolean has(ResultSet row, String column) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (columns.getColumnName(i).equals(column)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from duckdb_tables() where table_name in ('signal', 'insight')")) {
            return row.next() && row.getInt(1) == 2;
        }
    }

    private static Signal signal(ResultSet row) throws SQLException {
        return new Signal(
                row.getString("id"),
                row.getString("kpi"),
                new Slice(
                        Optional.ofNullable(row.getString("department")),
                        Optional.ofNullable(row.getString("service")),
                        Optional.ofNullable(row.getString("district")),
                        Optional.ofNullable(row.getString("channel"))),
                against(row),
                Step.valueOf(row.getString("pace").toUpperCase(Locale.ROOT)),
                row.getString("direction").equals("up"),
                SignalState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("since", LocalDate.class),
                row.getObject("through", LocalDate.class),
                row.getDouble("observed"),
                row.getDouble("expected"),
                row.getDouble("cases"),
                row.getDouble("beyond"),
                row.getDouble("z"),
                row.getDouble("certainty"),
                row.getDouble("priority"),
                row.getDouble("rank"),
                row.getObject("first_told_at", OffsetDateTime.class).toInstant(),
                row.getString("lead"));
    }

    /** Once there were departures from the pattern only. */
    private static Against against(ResultSet row) throws SQLException {
        return has(row, "against")
                ? Against.valueOf(row.getString("against").toUpperCase(Locale.ROOT))
                : Against.PATTERN;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
