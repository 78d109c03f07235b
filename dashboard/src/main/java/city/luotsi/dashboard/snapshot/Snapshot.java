package city.luotsi.dashboard.snapshot;

import city.luotsi.figures.contribution.Compared;
import city.luotsi.figures.contribution.Comparison;
import city.luotsi.figures.contribution.Contributions;
import city.luotsi.figures.contribution.Explanation;
import city.luotsi.figures.contribution.Unexplained;
import city.luotsi.figures.insight.Findings;
import city.luotsi.figures.query.Excerpt;
import city.luotsi.figures.query.Figures;
import city.luotsi.figures.query.KpiQuery;
import city.luotsi.figures.query.KpiSeries;
import city.luotsi.figures.query.Provenance;
import city.luotsi.figures.query.Publication;
import city.luotsi.figures.query.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * One publication, opened: what it says about itself and the way to its figures. A page keeps the one it began with, so
 * its figures never change under the reader's eyes; the file is closed when nobody holds it any more.
 */
public final class Snapshot {
    private final long number;
    private final Publication publication;
    private final Figures figures;
    private final Findings findings;
    private final Contributions contributions;
    private final Answers answers;
    private final DuckDBConnection root;
    private final @Nullable Snapshot opened;

    Snapshot(long number, Publication publication, Findings findings, DuckDBConnection root) {
        this.number = number;
        this.publication = publication;
        this.figures = new Figures(publication, new MergedSketches());
        this.findings = findings;
        this.contributions = new Contributions(figures);
        this.answers = new Answers();
        this.root = root;
        this.opened = null;
    }

    /** Holds on to the one that opened the file, or it would be closed. */
    private Snapshot(Snapshot opened) {
        this.number = opened.number;
        this.publication = opened.publication;
        this.figures = opened.figures;
        this.findings = opened.findings;
        this.contributions = opened.contributions;
        this.answers = opened.answers;
        this.root = opened.root;
        this.opened = opened;
    }

    /** The same, to be read as it was published even when there is a newer one. */
    Snapshot asPublished() {
        return new Snapshot(this);
    }

    /** The publication's number: every figure shown carries it. */
    public long number() {
        return number;
    }

    public Publication publication() {
        return publication;
    }

    /** What was found in it before it was published. */
    public Findings findings() {
        return findings;
    }

    /** Whether it is read as it was published, and not as the city's newest. */
    public boolean isAsPublished() {
        return opened != null;
    }

    /** What stands for the city in an address: its id, with the number of the publication that is asked for, if one is. */
    public String place() {
        return isAsPublished() ? Announced.place(city(), number) : city();
    }

    public String city() {
        return publication.city();
    }

    /** Why a question can't be answered, told without asking it. */
    public Optional<Refusal> refusal(KpiQuery query) {
        return figures.refusal(query);
    }

    /** Whether the answer is of open services only, told without asking for it. */
    public boolean leavesOutConfidential(KpiQuery query) {
        return refusal(query).isEmpty() && figures.leavesOutConfidential(query);
    }

    /** Asks the file, unless somebody has asked it this before, or for more than this; not on the thread of a request. */
    public KpiSeries answer(KpiQuery query) throws SQLException {
        Optional<Excerpt> excerpt = figures.excerpt(query);
        return excerpt.isEmpty()
                ? kept(query)
                : figures.excerpt(excerpt.get(), kept(excerpt.get().whole()));
    }

    private KpiSeries kept(KpiQuery query) throws SQLException {
        return answers.to(query, () -> ask(connection -> figures.answer(connection, query)));
    }

    /** Why a change can't be told by a dimension, told without asking. */
    public Optional<Unexplained> closed(Comparison comparison, String dimension) {
        return contributions.closed(comparison, dimension);
    }

    /** The two figures of a change. Asks the file; not on the thread of a request. */
    public Compared compare(Comparison comparison) throws SQLException {
        return ask(connection -> contributions.compare(connection, comparison));
    }

    /** What each member of a dimension contributed to a change. Asks the file; not on the thread of a request. */
    public Explanation explain(Compared compared, String dimension) throws SQLException {
        return ask(connection -> contributions.explain(connection, compared, dimension));
    }

    /** How an answer came from the file. Asks it; not on the thread of a request. */
    public Provenance provenance(KpiSeries answer) throws SQLException {
        return ask(connection -> Provenance.of(connection, publication, answer));
    }

    private <T> T ask(Question<T> question) throws SQLException {
        Asking asking = new Asking();
        asking.begin();
        try (Connection connection = root.duplicate()) {
            return question.ask(connection);
        } finally {
            asking.commit();
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
