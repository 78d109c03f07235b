package city.luotsi.jobs.publish;

import city.luotsi.figures.catalogue.Unit;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.PublicationReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens a finished candidate as a reader would and asks every KPI for the whole of its data. */
final class CandidateCheck {
    private CandidateCheck() {}

    static void check(Path candidate) throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + candidate, readOnly)) {
            Publication publication = PublicationReader.read(connection);
            Figures figures = new Figures(publication, new SparkSketches());
            for (String kpi : publication.catalogue().kpis().keySet()) {
                KpiQuery query = KpiQuery.of(kpi, publication.data());
                if (figures.refusal(query).isEmpty()) {
                    requireInRange(figures.answer(connection, query));
                }
            }
        }
    }

    /** Nothing a city counts is less than nothing, and no share is more than all. */
    private static void requireInRange(KpiSeries series) {
        double most = series.kpi().unit() == Unit.PERCENT ? 1 : Double.POSITIVE_INFINITY;
        for (KpiSeries.Point point : series.points()) {
            double value = point.figure().number().orElse(0.0);
            if (!(value >= 0 && value <= most)) {
                throw new IllegalStateException(
                        "nothing is published: %s is %s, but must lie between 0 and %s; check its definition %s"
                                .formatted(
                                        series.kpi().name(),
                                        value,
                                        most,
                                        series.kpi().file().origin()));
            }
        }
    }
}
