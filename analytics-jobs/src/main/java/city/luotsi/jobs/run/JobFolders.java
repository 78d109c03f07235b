package city.luotsi.jobs.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where everything lies below {@code LUOTSI_DATA}, and what of it lies on {@code LUOTSI_STORE} instead; see
 * docs/data-model.md.
 *
 * @param data absolute, so that Spark and Java mean the same place
 * @param store of lakes and publications, if they don't lie in {@code data}
 */
public record JobFolders(Path data, Optional<Store> store) {
    private static final Pattern CITY = Pattern.compile("[a-z][a-z0-9_]*(-demo)?");
    private static final String DEMONSTRATION = "-demo";

    public JobFolders {
        data = data.toAbsolutePath().normalize();
    }

    /** All in one folder. */
    public JobFolders(Path data) {
        this(data, Optional.empty());
    }

    /** Originals, by the hash of their content. */
    public Path landing(String city) {
        return of(city).resolve("landing");
    }

    /** The Delta table of events, as Spark takes it. */
    public String lake(String city) {
        return place(city, "lake/service_event");
    }

    /** The figures before anything is hidden: can be made again, never to be shown to anybody. */
    public Path cubes(String city) {
        return of(city).resolve("cube");
    }

    /** What could not be taken into the lake: one folder a file, with record, reason and the record as it was. */
    public Path quarantine(String city) {
        return of(city).resolve("quarantine");
    }

    public Path runs(String city) {
        return of(city).resolve("runs");
    }

    /** What dashboards of this machine read. */
    public Path publications(String city) {
        return of(city).resolve("publications");
    }

    /** Where a city's publications lie if they don't lie in {@link #publications(String)}. */
    public Optional<String> storedPublications(String city) {
        return store.map(there -> there.at(id(city) + "/publications"));
    }

    /** What a demonstration city was made by, and the stories in it. */
    public Path stories(String city) {
        return of(city).resolve("stories.json");
    }

    /** What a run of a verb writes for itself, wherever that must lie. */
    public Workplace work(String city, String verb) {
        return new Workplace(
                of(city).resolve("work").resolve(verb),
                store.map(there -> there.at("%s/work/%s".formatted(id(city), verb))));
    }

    /** What may be deleted whenever no run is under way. */
    public Path temporary() {
        return data.resolve("temporary");
    }

    public Path of(String city) {
        return data.resolve(id(city));
    }

    /** Where what is published lies, for the operator. */
    public String described() {
        return store.map(Store::location).orElseGet(data::toString);
    }

    private String place(String city, String name) {
        return store.map(there -> there.at(id(city) + "/" + name))
                .orElseGet(() -> of(city).resolve(name).toString());
    }

    private static String id(String city) {
        if (!CITY.matcher(city).matches()) {
            throw new JobException(
                    "'%s' can't be a city: it is the id of a city pack, such as helsinki, or that id with -demo"
                            .formatted(city));
        }
        return city;
    }

    /** The city pack of a city: a demonstration city is made from the pack without {@code -demo}. */
    public static String packOf(String city) {
        return isDemonstration(city) ? city.substring(0, city.length() - DEMONSTRATION.length()) : city;
    }

    public static String demonstrationOf(String city) {
        return packOf(city) + DEMONSTRATION;
    }

    public static boolean isDemonstration(String city) {
        return city.endsWith(DEMONSTRATION);
    }
}
