package city.luotsi.jobs.publish;

import city.luotsi.figures.catalogue.Definitions;
import city.luotsi.figures.city.CityPack;
import city.luotsi.figures.city.Polygons;
import city.luotsi.jobs.place.DistrictFinder;
import city.luotsi.jobs.run.JobFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the district of a place is found in a city. */
public final class Districts {
    private Districts() {}

    /** Polygons where the pack names a file that is there, else the nearest district; said so in the notes. */
    public static DistrictFinder of(CityPack pack, Definitions definitions, JobFolders folders, List<String> notes) {
        Optional<Polygons> polygons = pack.polygons();
        if (polygons.isPresent()) {
            String name = polygons.get().file();
            Path ofTheCity = folders.data().resolve("geography");
            Optional<Path> file = definitions
                    .locate("city/" + pack.id() + "/" + name)
                    .or(() -> Optional.of(ofTheCity.resolve(name)).filter(Files::isRegularFile));
            if (file.isPresent()) {
                return DistrictFinder.byPolygons(file.get(), polygons.get());
            }
            notes.add(
                    "the polygon file %s is neither in the city pack nor in %s: districts are found by their nearest point"
                            .formatted(name, ofTheCity));
        }
        return DistrictFinder.byNearestPoint(pack.members("district"));
    }
}
