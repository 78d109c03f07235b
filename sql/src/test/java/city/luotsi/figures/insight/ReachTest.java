package city.luotsi.figures.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.query.Period;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachTest {
    private static final Catalogue CATALOGUE = Catalogue.of(Definitions.builtIn());
    private static final LocalDate NEWEST = LocalDate.of(2026, 10, 31);
    private static final Slice SERVICE = Slice.ofService(Optional.of("education"), "dentist");

    @Test
    void a_slice_counts_once_however_many_of_its_figures_are_hidden() {
        List<Course> courses = new ArrayList<>();
        for (String kpi : List.of("requests", "open_cases", "completed_transactions")) {
            courses.add(course(kpi, SERVICE, 400));
            courses.add(course(kpi, SERVICE.inDistrict("1"), Double.NaN));
            courses.add(course(kpi, SERVICE.inDistrict("2"), 1));
        }
        courses.add(course("requests", SERVICE.byChannel("web"), Double.NaN));
        courses.add(course("open_cases", SERVICE.byChannel("web"), 1));
        List<Departure> compared = List.of(
                new Departure(courses.getFirst(), 1, new Estimate(400, 390, 0.5, 10, 400, 0.05), 1),
                new Departure(courses.get(3), 1, new Estimate(400, 390, 0.5, 10, 400, 0.05), 1));
        assertEquals(new Reach(1, 2, 1), Reach.of(courses, compared, List.of()));
    }

    @Test
    void what_no_feed_delivered_is_not_withheld() {
        Course silent = course("requests", SERVICE, Double.NaN);
        Period gap = new Period(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 25));
        assertEquals(new Reach(0, 0, 1), Reach.of(List.of(silent), List.of(), List.of(gap)));
        assertEquals(new Reach(0, 1, 0), Reach.of(List.of(silent), List.of(), List.of(gap.yearAgo())));
    }

    @Test
    void a_publication_of_before_tells_its_comparisons_still() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table signal (id text, \"rank\" double)");
            statement.execute("""
                    create table insight as select
                        16549::bigint as comparisons, 9145::bigint as withheld, 4.9 as threshold, 1.0 as false_alarms_a_month
                    """);
            assertEquals(new Findings(List.of(), 16549, Optional.empty(), 4.9, 4.9, 1), SignalTable.read(connection));
        }
    }

    private static Course course(String kpi, Slice slice, double newest) {
        return new Course(
                CATALOGUE.kpi(kpi), slice, Pace.MONTH, NEWEST, new double[] {newest, 400}, new double[2], new double[] {
                    31, 30
                });
    }
}
