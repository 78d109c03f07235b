package city.luotsi.figures.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of maps that keep their order. That of {@code Map.copyOf} is another in every process, as is what is hashed of it. */
public final class Ordered {
    private Ordered() {}

    public static <V> Map<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
