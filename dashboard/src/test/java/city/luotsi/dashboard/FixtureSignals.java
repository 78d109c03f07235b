package city.luotsi.dashboard;

import static city.luotsi.dashboard.FixturePublication.COMPLETE_THROUGH;
import static city.luotsi.dashboard.FixturePublication.execute;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.insight.Against;
import city.luotsi.figures.insight.Findings;
import city.luotsi.figures.insight.Reach;
import city.luotsi.figures.insight.Signal;
import city.luotsi.figures.insight.SignalState;
import city.luotsi.figures.insight.SignalTable;
import city.luotsi.figures.insight.Slice;
import city.luotsi.figures.query.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the job would have found in the made-up city; not what its events say. */
final class FixtureSignals {
    private FixtureSignals() {}

    /** Where nothing was found yet. */
    static void none(Connection connection) throws SQLException {
        for (String table : List.of("holiday", "priority", "insight", "signal")) {
            execute(connection, created(table));
        }
    }

    static void write(Connection connection) throws SQLException {
        none(connection);
        Slice station = new Slice(
                Optional.of("social_health_rescue"),
                Optional.of("health_station_appointment"),
                Optional.of("601"),
                Optional.empty());
        String age = "open_case_age.health_station_appointment.601.up.2026-10-01";
        String share = "digital_take_up.resident_parking_permit.down.2026-11-10";
        SignalTable.write(
                connection,
                new Findings(
                        List.of(
                                signal(age, station, Step.MONTH, SignalState.CONTINUING, 19.2, 9.1, 310, age),
                                signal(share, permits(), Step.WEEK, SignalState.NEW, 0.46, 0.71, -290, share),
                                signal(
                                        "completed_transactions.resident_parking_permit.down.2026-11-10",
                                        permits(),
                                        Step.WEEK,
                                        SignalState.NEW,
                                        220,
                                        440,
                                        -220,
                                        share),
                                signal(
                                        "due_kept.sports_booking.up.2026-10-27",
                                        service("culture_leisure", "sports_booking"),
                                        Step.WEEK,
                                        SignalState.CONTINUING,
                                        0.93,
                                        0.88,
                                        96,
                                        ""),
                                signal(
                                        "requests.park_feedback.up.2026-11-10",
                                        service("urban_environment", "park_feedback"),
                                        Step.WEEK,
                                        SignalState.FADING,
                                        630,
                                        210,
                                        420,
                                        ""),
                                signal(
                                        "open_cases.library_feedback.up.2026-09-01",
                                        service("culture_leisure", "library_feedback"),
                                        Step.WEEK,
                                        SignalState.OVER,
                                        80,
                                        40,
                                        40,
                                        "")),
                        3412,
                        Optional.of(new Reach(640, 12, 48)),
                        4.9,
                        3.9,
                        1));
    }

    /** The statement of the published schema that makes a table. */
    private static String created(String table) {
        String schema = Definitions.builtIn().text("snapshot/schema.sql").orElseThrow();
        int start = schema.indexOf("create table " + table + " ");
        return schema.substring(start, schema.indexOf(';', start));
    }

    private static Slice permits() {
        return service("urban_environment", "resident_parking_permit");
    }

    private static Slice service(String department, String id) {
        return new Slice(Optional.of(department), Optional.of(id), Optional.empty(), Optional.empty());
    }

    private static Signal signal(
            String id,
            Slice slice,
            Step pace,
            SignalState state,
            double observed,
            double expected,
            double beyond,
            String lead) {
        boolean month = pace == Step.MONTH;
        return new Signal(
                id,
                id.substring(0, id.indexOf('.')),
                slice,
                Against.PATTERN,
                pace,
                observed > expected,
                state,
                month ? LocalDate.of(2026, 10, 1) : COMPLETE_THROUGH.minusDays(13),
                month ? LocalDate.of(2026, 10, 31) : COMPLETE_THROUGH,
                observed,
                expected,
                600,
                beyond,
                observed > expected ? 7.5 : -7.5,
                0.9999,
                1,
                Math.abs(beyond),
                Instant.parse(state == SignalState.NEW ? "2026-11-24T04:12:00Z" : "2026-11-20T04:12:00Z"),
                lead.isEmpty() ? id : lead);
    }
}
