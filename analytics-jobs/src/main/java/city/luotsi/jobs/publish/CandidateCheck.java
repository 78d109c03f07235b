package city.luotsi.jobs.publish;

import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
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
                    figures.answer(connection, query);
                }
            }
        }
    }
}
