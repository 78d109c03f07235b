package city.luotsi.jobs.run;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where everything lies below {@code LUOTSI_DATA}; see docs/data-model.md.
 *
 * @param data absolute, so that Spark and Java mean the same place
 */
public record JobFolders(Path data) {
    private static final Pattern CITY = Pattern.compile("[a-z][a-z0-9_]*(-demo)?");
    private static final String DEMONSTRATION = "-demo";

    public JobFolders {
        data = data.toAbsolutePath().normalize();
    }

    /** Originals, by the hash of their content. */
    public Path landing(String city) {
        return of(city).resolve("landing");
    }

    /** The Delta table of events. */
    public Path lake(String city) {
        return of(city).resolve("lake").resolve("service_event");
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

    public Path publications(String city) {
        return of(city).resolve("publications");
    }

    /** What a demonstration city was made by, and the stories in it. */
    public Path stories(String city) {
        return of(city).resolve("stories.json");
    }

    /** What a run writes for itself only. The next run of its kind, of which there is one at a time, clears it away. */
    public Path work(String city, String verb) {
        return of(city).resolve("work").resolve(verb);
    }

    /** What may be deleted whenever no run is under way. */
    public Path temporary() {
        return data.resolve("temporary");
    }

    public Path of(String city) {
        if (!CITY.matcher(city).matches()) {
            throw new JobException(
                    "'%s' can't be a city: it is the id of a city pack, such as helsinki, or that id with -demo"
                            .formatted(city));
        }
        return data.resolve(city);
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
