package city.luotsi.dashboard.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import city.luotsi.dashboard.Published;
import city.luotsi.figures.query.Excerpt;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Period;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Step;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is read out of all months is what is said when the file is asked for that month alone. */
class ExcerptTest {
    private static final List<Map<String, Set<String>>> CUTS = List.of(
            Map.of(),
            Map.of("department", Set.of("social_health_rescue")),
            Map.of("service", Set.of("building_permit")),
            Map.of("district", Set.of("101", "102")),
            Map.of("department", Set.of("social_health_rescue"), "channel", Set.of("web")));

    private final Publication publication = SnapshotFixture.helsinkiDemo().publication();
    private final Figures figures = new Figures(publication, new MergedSketches());

    @Test
    void of_each_kpi_in_each_cut() throws SQLException {
        List<String> told = new ArrayList<>();
        try (Connection connection = connection()) {
            for (String kpi : publication.catalogue().kpis().keySet()) {
                for (Map<String, Set<String>> cut : CUTS) {
                    for (KpiQuery query : queries(kpi, cut)) {
                        Optional<Excerpt> excerpt = figures.excerpt(query);
                        if (excerpt.isPresent()) {
                            KpiSeries whole =
                                    figures.answer(connection, excerpt.get().whole());
                            assertThat(figures.excerpt(excerpt.get(), whole))
                                    .as(query.toString())
                                    .isEqualTo(figures.answer(connection, query));
                            told.add(kpi);
                        }
                    }
                }
            }
        }
        assertThat(told).contains(publication.catalogue().kpis().keySet().toArray(String[]::new));
    }

    @Test
    void not_of_what_is_not_over_nor_of_parts_of_a_month() {
        Period running = Period.monthOf(publication.completeThrough());
        Period days = new Period(running.from().minusDays(20), running.from().minusDays(1));
        Period months = new Period(running.from().minusMonths(2), running.from().minusDays(1));
        assertThat(List.of(running, days, months))
                .allSatisfy(period -> assertThat(figures.excerpt(KpiQuery.of("requests", period)))
                        .isEmpty());
    }

    private static List<KpiQuery> queries(String kpi, Map<String, Set<String>> cut) {
        KpiQuery month = new KpiQuery(kpi, Period.month(2026, 8), Step.WHOLE, Optional.empty(), cut);
        Period year =
                new Period(Period.month(2025, 9).from(), Period.month(2026, 8).to());
        return List.of(
                month,
                month.during(Period.month(2025, 8)),
                month.during(new Period(
                        Period.month(2026, 4).from(), Period.month(2026, 6).to())),
                month.during(new Period(
                        Period.month(2025, 1).from(), Period.month(2025, 12).to())),
                month.during(year).step(Step.MONTH));
    }

    private static Connection connection() throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        Path file = Published.copy().resolve("helsinki-demo/publications/made-up-1.duckdb");
        return DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
    }
}
