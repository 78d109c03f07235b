package city.luotsi.dashboard.snapshot;

import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/**
 * One publication, opened: what it says about itself and the way to its figures. A page keeps the one it began with, so
 * its figures never change under the reader's eyes; the file is closed when nobody holds it any more.
 */
public final class Snapshot {
    private final long number;
    private final Publication publication;
    private final Figures figures;
    private final DuckDBConnection root;

    Snapshot(long number, Publication publication, DuckDBConnection root) {
        this.number = number;
        this.publication = publication;
        this.figures = new Figures(publication, new MergedSketches());
        this.root = root;
    }

    /** The publication's number: every figure shown carries it. */
    public long number() {
        return number;
    }

    public Publication publication() {
        return publication;
    }

    public String city() {
        return publication.city();
    }

    /** Why a question can't be answered, told without asking it. */
    public Optional<Refusal> refusal(KpiQuery query) {
        return figures.refusal(query);
    }

    /** Asks the file; not on the thread of a request. */
    public KpiSeries answer(KpiQuery query) throws SQLException {
        try (Connection connection = root.duplicate()) {
            return figures.answer(connection, query);
        }
    }
}
