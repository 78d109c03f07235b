package city.luotsi.jobs.cube;

import city.luotsi.figures.catalogue.Catalogue;
import city.luotsi.figures.catalogue.Check;
import city.luotsi.figures.city.CityPack;
import city.luotsi.jobs.place.DistrictFinder;
import java.util.List;
import java.util.stream.Collectors;

/** What a cube is made from: the events and all that says what they mean. */
public record Ground(LakeVersion lake, Catalogue catalogue, List<Check> checks, CityPack pack, DistrictFinder finder) {
    public Ground {
        checks = List.copyOf(checks);
    }

    /** The same for grounds whose events are counted by the same checks. */
    String checkTexts() {
        return checks.stream().map(check -> check.file().text()).collect(Collectors.joining("\n"));
    }
}
