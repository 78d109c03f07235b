package city.luotsi.jobs.publish;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/** Where a city's publications lie. Whatever appears there appears whole; nothing is written over. */
interface PublicationFiles {
    /** The names of all that readers see; empty if there is no such place yet. */
    Set<String> names() throws IOException;

    /** @throws NoSuchFileException if there is none */
    String read(String name) throws IOException;

    /**
     * Puts a file there under a name that is its own.
     *
     * @param file goes, or may stay where it is
     */
    void put(Path file, String name) throws IOException;

    /**
     * Writes a small text, unless there is something of that name.
     *
     * @return false if somebody else was first
     * @throws IOException if it can't be said whether it is there now
     */
    boolean create(String name, String text) throws IOException;

    /** Nothing to do if it isn't there. */
    void delete(String name) throws IOException;

    /**
     * The file as one of this machine's.
     *
     * @param work a folder for a copy, if one is needed
     * @throws NoSuchFileException if there is none
     */
    Path local(String name, Path work) throws IOException;

    /** Whether somebody is known to be reading it. */
    boolean isInUse(String name) throws IOException;

    /**
     * Deletes what runs that are over left: drafts, and files that no entry names.
     *
     * @param unnamed the files that no entry names
     */
    void sweep(Set<String> unnamed, Instant now) throws IOException;
}
