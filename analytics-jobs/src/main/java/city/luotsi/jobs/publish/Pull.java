package city.luotsi.jobs.publish;

import city.luotsi.jobs.run.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps a folder the same as a store: what is kept there is here, what is no longer there goes here too, so that what was
 * taken back is told by nobody. A dashboard may read the folder meanwhile.
 */
public final class Pull {
    /** Says whose the publications of the folder are. */
    private static final String ORIGIN = ".pulled-from";

    private final String origin;
    private final StoredFiles stored;
    private final Publications there;
    private final LocalFiles local;
    private final Publications here;
    private final Consumer<String> progress;

    /**
     * @param origin where the publications lie on the store
     * @param folder where a dashboard looks for them
     * @param progress is told what is being done, in words
     */
    public Pull(String origin, Path folder, Consumer<String> progress) {
        this.origin = origin;
        this.stored = new StoredFiles(origin);
        this.there = new Publications(stored);
        this.local = new LocalFiles(folder);
        this.here = new Publications(local);
        this.progress = progress;
    }

    /**
     * What changed in the folder.
     *
     * @param came the numbers of those that are here now, the newest first
     * @param gone the numbers of those that are here no longer
     */
    public record Change(List<Long> came, List<Long> gone) {
        public Change {
            came = List.copyOf(came);
            gone = List.copyOf(gone);
        }

        public boolean isNone() {
            return came.isEmpty() && gone.isEmpty();
        }

        /** For the operator. */
        public String sentence(String city) {
            if (isNone()) {
                return "nothing new of " + city;
            }
            String pulled = came.isEmpty() ? "" : "; pulled " + came;
            return "publications of %s%s%s".formatted(city, pulled, gone.isEmpty() ? "" : "; removed " + gone);
        }
    }

    /**
     * Once. Nobody else may be pulling into the folder, nor publishing there.
     *
     * @throws JobException if the folder holds publications of somewhere else, or a file isn't what its entry says
     */
    public Change now(Instant now) throws IOException {
        requireOwn();
        // what a killed pull left
        here.sweep(now);
        List<Publications.Entry> kept = there.entries();
        List<Long> had = here.entries().stream().map(Publications.Entry::number).toList();
        List<Long> came = new ArrayList<>();
        for (Publications.Entry entry : kept.reversed()) {
            if (!had.contains(entry.number()) && copied(entry)) {
                came.add(entry.number());
            }
        }
        return new Change(came, kept.isEmpty() ? List.of() : removedBut(kept));
    }

    private void requireOwn() throws IOException {
        try {
            String owner = local.read(ORIGIN);
            if (owner.equals(origin)) {
                return;
            }
            throw mixed(owner);
        } catch (NoSuchFileException e) {
            if (!here.entries().isEmpty()) {
                throw mixed("this machine");
            }
            local.create(ORIGIN, origin);
        }
    }

    private JobException mixed(String owner) {
        return new JobException(
                "%s holds publications of %s; pull those of %s into a folder of their own, with LUOTSI_DATA"
                        .formatted(local.folder(), owner, origin));
    }

    private boolean copied(Publications.Entry entry) throws IOException {
        progress.accept("copying publication " + entry.number());
        String text;
        Path draft = local.draft();
        try {
            text = there.text(entry.number());
            stored.copyTo(entry.file(), draft);
            requireWhole(entry, draft);
            Files.move(draft, local.folder().resolve(entry.file()), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // it was cleaned away meanwhile
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
        // the entry last: what it names must be there
        return local.create(entry.number() + ".json", text);
    }

    private void requireWhole(Publications.Entry entry, Path copy) throws IOException {
        String found = Publications.sha256(copy);
        if (!found.equals(entry.sha256())) {
            throw new JobException("publication %d of %s is damaged: its file %s has the hash %s, not %s"
                    .formatted(entry.number(), origin, entry.file(), found, entry.sha256()));
        }
    }

    private List<Long> removedBut(List<Publications.Entry> kept) throws IOException {
        List<Long> numbers = kept.stream().map(Publications.Entry::number).toList();
        List<Long> gone = new ArrayList<>();
        for (Publications.Entry entry : here.entries()) {
            if (!numbers.contains(entry.number()) && here.remove(entry)) {
                gone.add(entry.number());
            }
        }
        return gone;
    }
}
