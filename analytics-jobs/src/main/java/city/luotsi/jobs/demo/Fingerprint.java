package city.luotsi.jobs.demo;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.jobs.run.Sha256;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A hash of all the files that a demonstration city is made from. */
final class Fingerprint {
    /** Counts up with every change of how events are made, so that those made before are replaced. */
    private static final int EDITION = 1;

    private static final int LENGTH = 16;

    private Fingerprint() {}

    static String of(Definitions definitions, String pack) {
        Map<String, String> texts = new TreeMap<>();
        for (String folder : List.of("demo", "city/" + pack)) {
            for (String ending : List.of(".csv", ".yaml")) {
                definitions
                        .texts(folder, ending)
                        .forEach((name, text) -> texts.put(folder + "/" + name + ending, text));
            }
        }
        return Sha256.of(EDITION + texts.toString()).substring(0, LENGTH);
    }
}
