package city.luotsi.dashboard.notes;

import city.luotsi.dashboard.database.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** All notes there are. Nothing is ever deleted. Asks the database: not on the thread of a request. */
@Component
public class Notes {
    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

    private final Database database;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong changes = new AtomicLong();

    @Autowired
    Notes(Database database) {
        this(database, Clock.systemUTC());
    }

    Notes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of a city, withdrawn ones too, the latest day first. */
    public List<Note> of(String city) {
        return database.inTransaction(client -> NoteRows.read(client, city));
    }

    /** About one thing, an answer to a signal for example. */
    public List<Note> about(String city, About thing) {
        return of(city).stream().filter(note -> note.isAbout(thing)).toList();
    }

    /** Those that stand and concern what is looked at; none where they can't be read, for what is more than its notes. */
    public List<Note> standing(String city, Concern concern) {
        try {
            return concern.standing(of(city));
        } catch (RuntimeException e) {
            LOG.warn("The notes of {} could not be read", city, e);
            return List.of();
        }
    }

    /** @param about what it is about: the common part of these */
    public Note write(String city, LocalDate day, String text, Map<About.Kind, String> about, String author) {
        Note note = new Note(UUID.randomUUID().toString(), city, day, text, about, signature(author), Optional.empty());
        database.inTransaction(client -> NoteRows.write(client, note));
        tell();
        return note;
    }

    /** What is withdrawn already stays as it was withdrawn first. */
    public void withdraw(Note note, String name) {
        Note.Signature signature = signature(name);
        database.inTransaction(client -> NoteRows.withdraw(client, note.id(), signature));
        tell();
    }

    private Note.Signature signature(String name) {
        return new Note.Signature(name, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** How many notes were written or withdrawn in this dashboard. */
    long changes() {
        return changes.get();
    }

    /** Told after a note was written or withdrawn in this dashboard. */
    Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Ends what {@link #onChange} began. */
    @FunctionalInterface
    interface Registration {
        void end();
    }

    private void tell() {
        changes.incrementAndGet();
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("An open page could not be told of a note", e);
            }
        }
    }
}
