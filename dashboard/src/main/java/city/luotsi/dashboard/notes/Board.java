package city.luotsi.dashboard.notes;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notes of a city as one page shows them: read once, however many of its parts show some, and again after one was written
 * or withdrawn here.
 */
public final class Board {
    private static final Logger LOG = LoggerFactory.getLogger(Board.class);

    private final Notes notes;
    private final String city;
    private Read last;

    /** @param changes how many there had been when it began */
    private record Read(long changes, FutureTask<List<Note>> task) {}

    public Board(Notes notes, String city) {
        this.notes = notes;
        this.city = city;
        this.last = begin();
    }

    Notes notes() {
        return notes;
    }

    /** Withdrawn ones too, the latest day first. Asks the database; not on the thread of a request. */
    List<Note> all() throws ExecutionException, InterruptedException {
        FutureTask<List<Note>> task = current();
        task.run();
        return task.get();
    }

    /** Those that stand and concern what is looked at; none where they can't be read, for what is more than its notes. */
    public List<Note> standing(Concern concern) throws InterruptedException {
        try {
            return concern.standing(all());
        } catch (ExecutionException e) {
            LOG.warn("The notes of {} could not be read", city, e);
            return List.of();
        }
    }

    /** What failed is tried again by whoever comes next. */
    private synchronized FutureTask<List<Note>> current() {
        if (last.changes() != notes.changes() || last.task().state() == Future.State.FAILED) {
            last = begin();
        }
        return last.task();
    }

    private Read begin() {
        return new Read(notes.changes(), new FutureTask<>(() -> notes.of(city)));
    }
}
