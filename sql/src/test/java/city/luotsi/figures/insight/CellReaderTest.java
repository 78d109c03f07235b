package city.luotsi.figures.insight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.catalogue.Subject;
import city.luotsi.figures.catalogue.Text;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A library with ten loans a day, and confidential services that end five cases a day, four of them in time. */
class CellReaderTest {
    private static final Catalogue CATALOGUE = Catalogue.of(Definitions.builtIn());
    private static final Subject SUBJECT =
            Objects.requireNonNull(CATALOGUE.subjects().get("service_step"));
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate NEWEST = MONDAY.plusDays(27);
    private static final List<String> COLUMNS = List.of("kept", "ended");

    private final Connection connection;
    private final CellReader reader;

    CellReaderTest() throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        this.reader = new CellReader(connection, publication());
    }

    @BeforeEach
    void fourWeeks() throws SQLException {
        execute("create table holiday (day date)");
        for (String cut : List.of("channel", "district")) {
            execute("""
                    create table service_step_by_day_service_%1$s as
                    select cast(range as date) as day, service, null as department, part as %1$s, kept, ended
                    from range(timestamp '%2$s', timestamp '%3$s', interval 1 day),
                        (values ('library', 'a', 9, 10), ('withheld', 'withheld', 4, 5)) as cell (service, part, kept, ended)
                    """.formatted(cut, MONDAY, NEWEST.plusDays(1)));
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_week_of_the_city_is_not_known_as_soon_as_one_of_its_days_is_hidden() throws SQLException {
        hide("kept", MONDAY.plusDays(9));
        hide("ended", MONDAY.plusDays(16));
        CellSums weeks = reader.weeks(SUBJECT, COLUMNS, NEWEST);
        assertArrayEquals(new double[] {91, 91, Double.NaN, 91}, weeks.pieces(Slice.CITY, "kept"));
        assertArrayEquals(new double[] {105, Double.NaN, 105, 105}, weeks.pieces(Slice.CITY, "ended"));
        Slice library = Slice.ofService(Optional.empty(), "library");
        assertArrayEquals(new double[] {63, 63, 63, 63}, weeks.pieces(library, "kept"));
        assertArrayEquals(new double[] {70, 70, 70, 70}, weeks.pieces(library.inDistrict("a"), "ended"));
    }

    @Test
    void a_weekday_that_is_hidden_at_times_is_no_smaller_for_that() throws SQLException {
        hide("ended", MONDAY.plusDays(7));
        hide("ended", MONDAY.plusDays(14));
        Weekdays weekdays = reader.weekdays(SUBJECT, "ended", NEWEST);
        assertEquals(DayWeights.even(Set.of()), weekdays.ofCity());
    }

    @Test
    void a_weekday_that_is_always_hidden_is_as_large_as_what_is_told_of_it() throws SQLException {
        for (int week = 0; week < 4; week++) {
            hide("ended", MONDAY.plusDays(7L * week));
        }
        Weekdays weekdays = reader.weekdays(SUBJECT, "ended", NEWEST);
        assertEquals(7 * 10.0 / (10 + 6 * 15), weekdays.ofCity().byWeekday().getFirst(), 1e-9);
        assertEquals(7 * 15.0 / (10 + 6 * 15), weekdays.ofCity().byWeekday().getLast(), 1e-9);
    }

    private void hide(String column, LocalDate day) throws SQLException {
        for (String cut : List.of("channel", "district")) {
            execute("update service_step_by_day_service_%s set %s = null where service = 'withheld' and day = date '%s'"
                    .formatted(cut, column, day));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Publication publication() {
        return new Publication(
                "helsinki",
                Text.of("Helsinki", "Helsinki", "Helsingfors"),
                false,
                ZoneId.of("Europe/Helsinki"),
                "EUR",
                Instant.EPOCH,
                new Period(MONDAY, NEWEST),
                List.of(),
                CATALOGUE,
                List.of(),
                Map.of(),
                Map.of("service", List.of()),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of());
    }
}
