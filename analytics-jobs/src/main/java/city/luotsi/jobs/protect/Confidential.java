package city.luotsi.jobs.protect;

import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.Confidentiality;
import city.luotsi.figures.city.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The services whose small groups are hidden.
 *
 * @param smallest k by service: the smallest group that is shown
 */
record Confidential(Map<String, Integer> smallest) {
    private static final int PERSONAL = 5;
    private static final int SENSITIVE = 10;

    static Confidential of(CityPack pack) {
        Map<String, Integer> smallest = new LinkedHashMap<>();
        for (Member service : pack.members("service")) {
            switch (service.confidentiality().orElse(Confidentiality.OPEN)) {
                case OPEN -> {}
                case PERSONAL -> smallest.put(service.id(), PERSONAL);
                case SENSITIVE -> smallest.put(service.id(), SENSITIVE);
            }
        }
        return new Confidential(smallest);
    }

    boolean isEmpty() {
        return smallest.isEmpty();
    }

    int largest() {
        return smallest.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** SQL: whether a row is one of theirs. */
    String condition() {
        return "service in " + Duck.texts(List.copyOf(smallest.keySet()));
    }

    /** SQL: whether a published row tells of them, one by one or together. */
    String theirs() {
        return "%s or service = '%s'".formatted(condition(), Member.WITHHELD);
    }

    /** SQL: whether it is not. */
    String others() {
        return "(service is null or service not in " + Duck.texts(List.copyOf(smallest.keySet())) + ")";
    }
}
