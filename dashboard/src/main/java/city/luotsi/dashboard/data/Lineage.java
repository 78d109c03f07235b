package city.luotsi.dashboard.data;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Kpi;
import city.luotsi.figures.catalogue.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a figure comes from, read from the SQL files themselves: from its own file back to the events. */
public final class Lineage {
    private Lineage() {}

    public static List<String> of(Kpi kpi, Catalogue catalogue) {
        Set<String> files = new LinkedHashSet<>();
        files.add(kpi.file().origin());
        follow(catalogue.subjectOf(kpi), catalogue, files);
        files.add("service_event");
        return new ArrayList<>(files);
    }

    private static void follow(Subject subject, Catalogue catalogue, Set<String> files) {
        files.add(subject.file().origin());
        catalogue.read(subject).forEach(other -> follow(other, catalogue, files));
    }
}
